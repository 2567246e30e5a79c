/** What can be wrong with networks, and what one should know about those that can be trained. */
import type { Bare, Coded } from '../coded.ts';
import type { LayerKind, Shape } from '../layers.ts';

/** Why a layer cannot be used. Its sentence goes on after the layer's name. */
export interface LayerFaults {
  'layer.unknown': { readonly text: string; readonly known: readonly string[] };
  'layer.miswritten': { readonly text: string; readonly example: string };
  /** A value as it was written, beyond its range. */
  'layer.range': {
    readonly text: string;
    readonly field: string;
    readonly value: string;
    readonly min: number;
    readonly max: number;
  };
  'layer.shape': { readonly text: string };
  'layer.nestedBranch': Bare;
  /** `layer` counts from 0, within the branch. */
  'layer.inBranch': { readonly layer: number; readonly fault: LayerFault };
  'layer.needsImage': { readonly kind: LayerKind; readonly input: Shape };
  'layer.needsVector': { readonly kind: LayerKind; readonly input: Shape };
  /** A kernel or window of `side` × `side`. */
  'layer.kernelTooLarge': { readonly side: number; readonly input: Shape };
  'layer.windowTooLarge': { readonly side: number; readonly input: Shape };
  'layer.reshape': { readonly input: Shape; readonly output: Shape };
  /** It asks for a class where none is told. */
  'layer.noClasses': Bare;
  'layer.otherClasses': { readonly asked: number; readonly given: number };
  'layer.output': { readonly output: Shape };
  'layer.weights': { readonly count: number; readonly most: number };
  /** Numbers that the layers make of a batch. */
  'layer.values': { readonly count: number; readonly most: number; readonly batch: number };
  'layer.products': { readonly count: number; readonly most: number; readonly batch: number };
  'layer.missing': Bare;
  'layer.tooMany': { readonly most: number };
  /** The recipe has no networks for points in the plane. */
  'layer.noPoints': { readonly recipe: string };
}
export type LayerFault = Coded<LayerFaults>;

export interface NetworkProblems {
  /** `layer` counts from 0; `network` is null where it goes without saying. */
  'network.layer': { readonly network: 'G' | 'D' | null; readonly layer: number; readonly fault: LayerFault };
}
export type NetworkProblem = Coded<NetworkProblems>;

/** Why a plan cannot be trained. */
export interface SoundnessProblems {
  'sound.shapes': { readonly drawn: Shape; readonly judged: Shape; readonly examples: Shape };
  /** D must end in `outputs` numbers, with `classes` one for each and one for “fake”. */
  'sound.outputs': { readonly output: Shape; readonly outputs: number; readonly classes: boolean };
  'sound.unbounded': Bare;
  'sound.noProbability': Bare;
}
export type SoundnessProblem = Coded<SoundnessProblems>;

/** What one should know about a plan that can be trained. */
export interface Cautions {
  'caution.coupled': Bare;
  'caution.slopeNearData': Bare;
  'caution.momentum': Bare;
  /** Pixels have a range, and G does not end in the activation that keeps to it. */
  'caution.range': { readonly range: 'symmetric' | 'unit'; readonly activation: 'tanh' | 'sigmoid' };
  'caution.squashed': Bare;
  'caution.untold': { readonly network: 'G' | 'D' };
}
export type Caution = Coded<Cautions>;
