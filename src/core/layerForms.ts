/**
 * What there is to say about each kind of layer beyond its shape: how it is written in a link, which of its values may
 * be changed and within which range, and what it begins as when it is put into a network by hand. The compiler misses
 * a kind or a value that is not here; the reader's words for both are in `i18n/parts/networks.ts`.
 */
import type { LayerKind, LayerSpec, Shape } from './layers.ts';

export type OfKind<Kind extends LayerKind> = Extract<LayerSpec, { readonly kind: Kind }>;
type ValueName<Kind extends LayerKind> = Exclude<keyof OfKind<Kind>, 'kind'>;
/** Names of the values that layers have: `units`, `kernel`, … */
export type FieldName = { [Kind in LayerKind]: ValueName<Kind> }[LayerKind];

/** One value of a layer. In the text form it stands behind its tag. */
export type Field =
  | {
      readonly kind: 'integer' | 'number';
      readonly tag: string;
      readonly min: number;
      readonly max: number;
      /** Not written if it has this value. */
      readonly usual?: number;
    }
  /** Written only if it is not `same`. */
  | { readonly kind: 'padding' }
  | { readonly kind: 'shape'; readonly max: number }
  /** How many classes the data has: nobody's choice. */
  | { readonly kind: 'classes'; readonly max: number }
  /** The layers of a branch. */
  | { readonly kind: 'layers' };

/** Where a layer is put. */
export interface Place {
  /** What it is given; null where that is not known. */
  readonly input: Shape | null;
  readonly classes: number;
}

interface LayerForm<Kind extends LayerKind> {
  /** Its name in the text form. */
  readonly word: string;
  /** In the order of the text form. */
  readonly fields: { readonly [Name in ValueName<Kind>]: Field };
  fresh(place: Place): OfKind<Kind>;
}

const whole = (tag: string, max: number, min = 1): Field => ({ kind: 'integer', tag, min, max });
const share = (max: number): Field => ({ kind: 'number', tag: '', min: 0, max });
const epsilon: Field = { kind: 'number', tag: '-eps', min: 1e-12, max: 1, usual: 1e-5 };
const classes: Field = { kind: 'classes', max: 1000 };
const MOST_UNITS = 65_536;

const convolution = {
  filters: whole('', 4096),
  kernel: whole('k', 64),
  stride: whole('s', 16),
  padding: { kind: 'padding' },
} satisfies LayerForm<'conv'>['fields'];
const halving = { filters: 64, kernel: 4, stride: 2, padding: 'same' } as const;

/** An image of one pixel from a vector, a vector from an image. */
const other = (input: Shape | null): Shape => {
  const [first, ...more] = input ?? [];
  if (first === undefined) return [7, 7, 64];
  return more.length > 0 ? [more.reduce((product, n) => product * n, first)] : [1, 1, first];
};

export const layerForms: { readonly [Kind in LayerKind]: LayerForm<Kind> } = {
  dense: { word: 'dense', fields: { units: whole('', MOST_UNITS) }, fresh: () => ({ kind: 'dense', units: 128 }) },
  conv: { word: 'conv', fields: convolution, fresh: () => ({ kind: 'conv', ...halving }) },
  convTranspose: { word: 'convT', fields: convolution, fresh: () => ({ kind: 'convTranspose', ...halving }) },
  batchNorm: {
    word: 'bn',
    fields: { epsilon, momentum: { kind: 'number', tag: '-mom', min: 0, max: 0.9999, usual: 0.9 } },
    fresh: () => ({ kind: 'batchNorm', epsilon: 1e-5, momentum: 0.9 }),
  },
  layerNorm: { word: 'ln', fields: { epsilon }, fresh: () => ({ kind: 'layerNorm', epsilon: 1e-5 }) },
  relu: { word: 'relu', fields: {}, fresh: () => ({ kind: 'relu' }) },
  leakyRelu: { word: 'lrelu', fields: { slope: share(1) }, fresh: () => ({ kind: 'leakyRelu', slope: 0.2 }) },
  tanh: { word: 'tanh', fields: {}, fresh: () => ({ kind: 'tanh' }) },
  sigmoid: { word: 'sigmoid', fields: {}, fresh: () => ({ kind: 'sigmoid' }) },
  dropout: { word: 'drop', fields: { rate: share(0.95) }, fresh: () => ({ kind: 'dropout', rate: 0.5 }) },
  maxPool: { word: 'pool', fields: { size: whole('', 16) }, fresh: () => ({ kind: 'maxPool', size: 2 }) },
  maxout: {
    word: 'maxout',
    fields: { units: whole('', MOST_UNITS), pieces: whole('x', 16, 2) },
    fresh: () => ({ kind: 'maxout', units: 128, pieces: 4 }),
  },
  flatten: { word: 'flatten', fields: {}, fresh: () => ({ kind: 'flatten' }) },
  reshape: {
    word: 'reshape',
    fields: { shape: { kind: 'shape', max: MOST_UNITS } },
    fresh: ({ input }) => ({ kind: 'reshape', shape: other(input) }),
  },
  labelEmbedding: {
    word: 'embed',
    fields: { classes, size: whole('x', 4096) },
    fresh: (place) => ({ kind: 'labelEmbedding', classes: place.classes, size: 16 }),
  },
  labelBranch: {
    word: 'branch',
    fields: { classes, layers: { kind: 'layers' } },
    fresh: (place) => ({ kind: 'labelBranch', classes: place.classes, layers: [{ kind: 'dense', units: 64 }] }),
  },
  projection: {
    word: 'proj',
    fields: { classes },
    fresh: (place) => ({ kind: 'projection', classes: place.classes }),
  },
};

export const LAYER_KINDS = Object.keys(layerForms) as LayerKind[];

/** The values of a layer with what is known of each, in the order of the text form. */
export const fieldsOf = (kind: LayerKind): readonly (readonly [FieldName, Field])[] =>
  Object.entries(layerForms[kind].fields) as [FieldName, Field][];
