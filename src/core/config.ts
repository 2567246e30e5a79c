import type { ParamValues } from './params.ts';

/** Everything that decides a run's course: the same config on the same backend gives the same run. */
export interface RunConfig {
  /** Recipe id, as in the link. */
  readonly recipe: string;
  /** Data set id, as in the link. */
  readonly data: string;
  /** Integer in [0, 2³²). */
  readonly seed: number;
  /** Every parameter of the recipe, by its spec's name. */
  readonly params: ParamValues;
  /** Layers in place of the recipe's own, in the text form of `layerText.ts`; empty or absent for the recipe's own. */
  readonly generator?: string;
  readonly discriminator?: string;
}

/** Networks made by hand, as a config or a link has them. */
export type EditedNetworks = Pick<RunConfig, 'generator' | 'discriminator'>;

/** `simd`: our own kernels in WebAssembly. `cpu`: tfjs's plain JavaScript, which is exact, slow and everywhere. */
export type BackendId = 'webgpu' | 'webgl' | 'simd' | 'cpu';
export const BACKEND_IDS: readonly BackendId[] = ['webgpu', 'webgl', 'simd', 'cpu'];
export type BackendChoice = 'auto' | BackendId;

/** Which network(s) a single step updates. */
export type StepPart = 'D' | 'G' | 'both';

/** Which digits a conditional generator is asked for. */
export type ClassView = 'all' | number;
