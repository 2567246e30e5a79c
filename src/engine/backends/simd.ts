import { compiler, fillDropoutMask, fusedAdam, moveTowards, put } from '../../simd/fused.ts';
import type { SimdOptions } from '../../simd/register.ts';
import { registerSimdBackend } from '../../simd/register.ts';
import { accelerated } from '../step/accelerated.ts';
import type { StartedBackend } from './backend.ts';
import { activateNow, createLiveness, initialise } from './backend.ts';

/** Our own kernels in WebAssembly, on as many threads as the page may have. */
export async function start(options: SimdOptions = {}): Promise<StartedBackend> {
  const { threads, relaxed, falls } = await registerSimdBackend(options);
  await initialise('simd');
  accelerated.set('simd', { adam: fusedAdam, moveTowards, put, dropoutMask: fillDropoutMask, compiler });
  return {
    id: 'simd',
    device: { code: 'device.wasm', relaxed, threads },
    software: false,
    falls,
    tiles: null,
    answersIn: 0,
    readsCopies: true,
    activate: () => activateNow('simd'),
    ...createLiveness('simd', { grace: 0 }),
  };
}
