import type { DataSetInfo } from '../../core/dataSet.ts';
import type { Direction } from '../../core/score.ts';
import { findDataSet } from '../../data/sets/index.ts';
import type { quality } from '../../i18n/parts/quality.ts';

export type MeasureId = keyof typeof quality.measure;

/** What a measure has to have: what it looks at, in the words of `metrics/score.ts`. */
type Kind = 'any' | 'images' | 'conditional' | 'mixture';

interface About {
  readonly of: Kind;
  /** Which value is best; the engine says the same with each score. */
  readonly best: Direction;
}

/** Every measure in the order in which it is shown, and where it means something. */
const ABOUT: Readonly<Record<MeasureId, About>> = {
  frechet: { of: 'any', best: 'lower' },
  agreement: { of: 'conditional', best: 'higher' },
  coverage: { of: 'images', best: 'higher' },
  classVariety: { of: 'images', best: 'higher' },
  modesFound: { of: 'mixture', best: 'higher' },
  highQuality: { of: 'mixture', best: 'higher' },
  neighbourTest: { of: 'any', best: 'half' },
  precision: { of: 'any', best: 'higher' },
  recall: { of: 'any', best: 'higher' },
  kid: { of: 'any', best: 'lower' },
  mmd: { of: 'any', best: 'lower' },
  wasserstein: { of: 'any', best: 'lower' },
  inceptionScore: { of: 'images', best: 'higher' },
  modeScore: { of: 'images', best: 'higher' },
  classDivergence: { of: 'images', best: 'lower' },
  nearestReal: { of: 'any', best: 'floor' },
  birthday: { of: 'any', best: 'higher' },
  meanImage: { of: 'images', best: 'higher' },
};

export const directionOf = (id: MeasureId): Direction => ABOUT[id].best;

export interface Subject {
  readonly conditional: boolean;
  readonly inPlane: boolean;
  /** In the plane: whether there are modes to be found. */
  readonly mixture: boolean;
}

export const subjectOf = (conditional: boolean, data: DataSetInfo | undefined): Subject => ({
  conditional,
  inPlane: data?.kind === 'points',
  mixture: data?.kind === 'points' && data.mixture,
});

/** What the examples of a set are: those that come with the page are digits, or points. */
export function nounOf(data: DataSetInfo | undefined): 'digits' | 'images' | 'points' {
  if (data?.kind === 'points') return 'points';
  return findDataSet(data?.id ?? '') ? 'digits' : 'images';
}

const applies = (kind: Kind, { conditional, inPlane, mixture }: Subject): boolean => {
  switch (kind) {
    case 'any':
      return true;
    case 'images':
      return !inPlane;
    case 'conditional':
      return !inPlane && conditional;
    case 'mixture':
      return mixture;
    default:
      return kind satisfies never;
  }
};

const MEASURES = Object.keys(ABOUT) as readonly MeasureId[];

/** Those that mean something here. */
export const measuresOf = (subject: Subject): readonly MeasureId[] =>
  MEASURES.filter((id) => applies(ABOUT[id].of, subject));

/** What a learner needs first: how near, how true to the class, how varied. Four, each with a chart of its own. */
const FIRST = {
  conditional: ['frechet', 'agreement', 'recall', 'classVariety'],
  images: ['frechet', 'coverage', 'precision', 'recall'],
  mixture: ['frechet', 'modesFound', 'highQuality', 'neighbourTest'],
  curves: ['frechet', 'neighbourTest', 'precision', 'recall'],
} as const satisfies Record<string, readonly MeasureId[]>;

function firstOf({ inPlane, mixture, conditional }: Subject): readonly MeasureId[] {
  if (inPlane) return mixture ? FIRST.mixture : FIRST.curves;
  return conditional ? FIRST.conditional : FIRST.images;
}

export function defaultChoice(subject: Subject): readonly MeasureId[] {
  const first = firstOf(subject);
  return measuresOf(subject).filter((id) => first.includes(id));
}
