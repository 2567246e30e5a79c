import type { BackendId } from '../../core/config.ts';
import { imported } from '../../core/imported.ts';
import type { StartedBackend } from './backend.ts';

type Start = () => Promise<StartedBackend>;

function starting(load: () => Promise<{ readonly start: Start }>): Start {
  const fetched = imported(load, ({ start }) => start);
  return async () => (await fetched())();
}

/** Starts a backend. Each is a chunk of its own, fetched only when it is tried. */
export const backendStarters: Readonly<Record<BackendId, Start>> = {
  webgpu: starting(() => import('./webgpu.ts')),
  webgl: starting(() => import('./webgl.ts')),
  simd: starting(() => import('./simd.ts')),
  cpu: starting(() => import('./cpu.ts')),
};
