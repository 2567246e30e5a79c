/** The state of a run's programs, in one buffer. Tensors have their newest numbers there until somebody reads them. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { WebGpuBackend } from '../backend.ts';
import { placesOfState } from './layout.ts';

export interface FlatState {
  readonly buffer: GPUBuffer;
  /** In words, by the state's place. */
  readonly offsets: readonly number[];
  /** Says which states have other numbers in their own tensors than here, and takes them for the same from now on. */
  stale(states: readonly TensorInfo[]): readonly number[];
  /** These states have been changed here. */
  moved(states: readonly TensorInfo[], changed: Iterable<number>): void;
  /** Lets go of it; who does so last gives the numbers back. */
  release(): void;
  retain(): void;
}

export const bytesOf = ({ shape }: TensorInfo): number => 4 * shape.reduce((product, n) => product * n, 1);

const known = new WeakMap<readonly TensorInfo[], FlatState>();

function create(states: readonly TensorInfo[], backend: WebGpuBackend): FlatState {
  const { offsets, words } = placesOfState(states);
  const buffer = backend.device.createBuffer({
    size: Math.max(4, 4 * words),
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
  });
  /** What was fetched: the data, and how often they had been changed in place. */
  const seen = states.map((): { id: object | null; version: number } => ({ id: null, version: 0 }));
  let users = 0;
  return {
    buffer,
    offsets,
    stale(now) {
      const found: number[] = [];
      for (const [place, { dataId }] of now.entries()) {
        const last = seen[place] as (typeof seen)[number];
        const version = backend.versionOf(dataId);
        if (last.id === dataId && last.version === version) continue;
        [last.id, last.version] = [dataId, version];
        found.push(place);
      }
      return found;
    },
    moved(now, changed) {
      for (const place of changed) {
        const state = now[place] as TensorInfo;
        backend.live(state, { buffer, offset: 4 * (offsets[place] as number), size: bytesOf(state) });
      }
    },
    retain() {
      users++;
    },
    release() {
      users--;
      if (users > 0) return;
      known.delete(states);
      for (const state of states) if (backend.knows(state)) backend.comeHome(state.dataId, buffer);
      backend.flush();
      buffer.destroy();
    },
  };
}

/** The state of these tensors: one for all programs that are made for them. */
export function flatStateOf(states: readonly TensorInfo[], backend: WebGpuBackend): FlatState {
  const one = known.get(states) ?? create(states, backend);
  known.set(states, one);
  return one;
}
