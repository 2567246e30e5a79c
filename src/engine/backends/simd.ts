import { fillDropoutMask, fusedAdam, moveTowards } from '../../simd/fused.ts';
import type { SimdOptions } from '../../simd/register.ts';
import { registerSimdBackend } from '../../simd/register.ts';
import { accelerated } from '../step/accelerated.ts';
import type { StartedBackend } from './backend.ts';
import { activateNow, createLiveness, initialise } from './backend.ts';

/** Our own kernels in WebAssembly, on as many threads as the page may have. */
export async function start(options: SimdOptions = {}): Promise<StartedBackend> {
  const { threads, relaxed, falls } = await registerSimdBackend(options);
  await initialise('simd');
  accelerated.set('simd', { adam: fusedAdam, moveTowards, dropoutMask: fillDropoutMask });
  const count = threads === 1 ? '1 thread' : `${threads} threads`;
  return {
    id: 'simd',
    device: `WebAssembly ${relaxed ? 'relaxed SIMD' : 'SIMD'} on the CPU, ${count}`,
    software: false,
    falls,
    activate: () => activateNow('simd'),
    ...createLiveness('simd', { grace: 0 }),
  };
}
