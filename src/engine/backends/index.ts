import type { BackendId } from '../../core/config.ts';
import { imported } from '../../core/imported.ts';
import type { StartedBackend } from './backend.ts';

const webgpu = imported(
  () => import('./webgpu.ts'),
  ({ start }) => start,
);
const webgl = imported(
  () => import('./webgl.ts'),
  ({ start }) => start,
);
const simd = imported(
  () => import('./simd.ts'),
  ({ start }) => start,
);
const cpu = imported(
  () => import('./cpu.ts'),
  ({ start }) => start,
);

/** Starts a backend. Each is a chunk of its own, fetched only when it is tried. */
export const backendStarters: Readonly<Record<BackendId, () => Promise<StartedBackend>>> = {
  webgpu: async () => (await webgpu())(),
  webgl: async () => (await webgl())(),
  simd: async () => (await simd())(),
  cpu: async () => (await cpu())(),
};
