/** What can be wrong with files that the engine itself writes: checkpoints and the evaluator. */
import type { Bare, Coded } from '../coded.ts';
import type { Shape } from '../layers.ts';
import type { FetchFault } from './data.ts';

/** What is wrong with a safetensors file, to go on after what it should be. */
export interface TensorFaults {
  'tensors.short': Bare;
  'tensors.header': Bare;
  'tensors.headerJson': Bare;
  'tensors.entry': { readonly name: string };
  'tensors.outside': { readonly name: string };
  /** It begins where another ends later, or where nothing lies before it. */
  'tensors.gap': { readonly name: string };
  /** Bytes behind the last of them. */
  'tensors.rest': Bare;
  /** It does not say that it is of this format. */
  'tensors.format': { readonly format: string };
  /** It is of a later version of the playground. */
  'tensors.later': Bare;
  'tensors.metadataJson': Bare;
  'tensors.networkJson': Bare;
  'tensors.unfit': { readonly name: string };
}
export type TensorFault = Coded<TensorFaults>;

/** What is wrong with a table of what a run has measured. Lines count from 1. */
export interface TableFaults {
  'table.head': Bare;
  'table.cells': { readonly line: number };
  'table.step': { readonly line: number };
  'table.number': { readonly line: number; readonly name: string };
}
export type TableFault = Coded<TableFaults>;

export interface KeepProblems {
  /** Weights that a run was to begin with, from a file. */
  'weights.bad': { readonly fault: TensorFault };
  /** No tensor of numbers in it. */
  'weights.none': Bare;
  /** Counted from 1; `found` null where there is no tensor for it. Shapes as PyTorch writes them, if the file does. */
  'weights.unfit': {
    readonly network: 'generator' | 'discriminator';
    readonly layer: number;
    readonly name: string;
    readonly found: Shape | null;
    readonly wanted: Shape;
  };
  /** A tensor for which the network has no layer. */
  'weights.more': { readonly network: 'generator' | 'discriminator'; readonly name: string };
  'table.bad': { readonly fault: TableFault };
  /** A file that was to be opened as a run. */
  'run.otherFile': { readonly name: string };
  /** A trained model that lies beside the page, of the system `name`. */
  'model.missing': { readonly name: string; readonly why: FetchFault };
  'model.damaged': { readonly name: string };
  'checkpoint.bad': { readonly fault: TensorFault };
  /** A run's record has nothing to draw. */
  'export.noPicture': Bare;
  /** A run's record has no measured step. */
  'export.noCurves': Bare;
  /** The browser has encoders for films, and none of those that are known here. */
  'export.noCodec': Bare;
  /** Images or points that were kept beside a run. */
  'images.bad': { readonly fault: TensorFault };
  /** For images that were kept, beside those that were brought; bytes. */
  'images.noRoom': { readonly bytes: number; readonly most: number };
  /** There is nothing worth writing. */
  'checkpoint.notFinite': Bare;
  /** A tensor of another shape than that of the networks, or none. */
  'snapshot.unfit': { readonly name: string; readonly found: Shape | null; readonly wanted: Shape };
  'evaluator.damaged': { readonly fault: TensorFault };
  /** The evaluator was trained on the set `known`. */
  'evaluator.otherData': { readonly known: string; readonly data: string };
}
