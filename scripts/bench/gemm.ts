/**
 * Speed of the CPU backend's matrix products and convolutions, in GFLOP/s, best of many runs:
 *
 *     node scripts/run.js scripts/bench/gemm.ts [threads] [--plain]
 */
import * as tf from '@tensorflow/tfjs-core';
import { registerSimdBackend } from '../../src/simd/register.ts';
import { measureProducts } from './products.ts';

const [, , wanted] = process.argv;
const threads = Number(wanted) || undefined;
const simd = await registerSimdBackend({ relaxed: !process.argv.includes('--plain'), ...(threads && { threads }) });
await tf.setBackend('simd');
console.log(`${simd.threads} threads, ${simd.relaxed ? 'relaxed' : 'plain'} SIMD, GFLOP/s`);
for (const [name, rate] of Object.entries(measureProducts())) console.log(`${rate.toFixed(1).padStart(6)}  ${name}`);
simd.dispose();
