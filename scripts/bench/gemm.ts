/** Speed of the CPU backend's matrix products and convolutions, in GFLOP/s, best of many runs. */
import * as tf from '@tensorflow/tfjs-core';
import { registerSimdBackend } from '../../src/simd/register.ts';
import { readArguments, wholeNumber } from '../options.ts';
import { measureProducts } from './products.ts';

const { values } = readArguments({
  command: 'node scripts/run.js scripts/bench/gemm.ts',
  about: 'Speed of the CPU backend’s matrix products and convolutions.',
  options: {
    threads: { takes: 'N', says: 'as many as the machine has cores by default' },
    plain: { says: 'without relaxed SIMD' },
  },
});
const threads = values.threads === undefined ? {} : { threads: wholeNumber('threads', values.threads, { least: 1 }) };
const simd = await registerSimdBackend({ relaxed: !values.plain, ...threads });
await tf.setBackend('simd');
console.log(`${simd.threads} threads, ${simd.relaxed ? 'relaxed' : 'plain'} SIMD, GFLOP/s`);
for (const [name, rate] of Object.entries(measureProducts())) console.log(`${rate.toFixed(1).padStart(6)}  ${name}`);
simd.dispose();
