import type { BackendId } from '../../core/config.ts';
import type { StartedBackend } from './backend.ts';

/** Starts a backend. Each is a chunk of its own, fetched only when it is tried. */
export const backendStarters: Readonly<Record<BackendId, () => Promise<StartedBackend>>> = {
  webgpu: async () => (await import('./webgpu.ts')).start(),
  webgl: async () => (await import('./webgl.ts')).start(),
  simd: async () => (await import('./simd.ts')).start(),
  cpu: async () => (await import('./cpu.ts')).start(),
};
