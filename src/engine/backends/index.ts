import type { BackendId } from '../../core/config.ts';
import type { StartedBackend } from './backend.ts';

/** A part that does not arrive is asked for once more. */
const fetched = <Part>(load: () => Promise<Part>): Promise<Part> => load().catch(load);

/** Starts a backend. Each is a chunk of its own, fetched only when it is tried. */
export const backendStarters: Readonly<Record<BackendId, () => Promise<StartedBackend>>> = {
  webgpu: async () => (await fetched(() => import('./webgpu.ts'))).start(),
  webgl: async () => (await fetched(() => import('./webgl.ts'))).start(),
  simd: async () => (await fetched(() => import('./simd.ts'))).start(),
  cpu: async () => (await fetched(() => import('./cpu.ts'))).start(),
};
