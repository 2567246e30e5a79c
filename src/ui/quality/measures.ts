import type { Direction } from '../../core/score.ts';
import type { quality } from '../../i18n/parts/quality.ts';

export type MeasureId = keyof typeof quality.measure;

/** What a measure has to have: what it looks at, in the words of `metrics/score.ts`. */
type Kind = 'any' | 'images' | 'conditional' | 'points';

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
  modesFound: { of: 'points', best: 'higher' },
  highQuality: { of: 'points', best: 'higher' },
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
}

const applies = (kind: Kind, { conditional, inPlane }: Subject): boolean => {
  switch (kind) {
    case 'any':
      return true;
    case 'images':
      return !inPlane;
    case 'conditional':
      return !inPlane && conditional;
    case 'points':
      return inPlane;
    default:
      return kind satisfies never;
  }
};

const MEASURES = Object.keys(ABOUT) as readonly MeasureId[];

/** Those that mean something here. */
export const measuresOf = (subject: Subject): readonly MeasureId[] =>
  MEASURES.filter((id) => applies(ABOUT[id].of, subject));

/** What a learner needs first: how near, how true to the class, how varied. */
const FIRST: readonly MeasureId[] = ['frechet', 'agreement', 'coverage', 'modesFound', 'highQuality', 'neighbourTest'];

/** Four at most, so that each has a chart of its own without scrolling. */
export const defaultChoice = (subject: Subject): readonly MeasureId[] =>
  measuresOf(subject).filter((id) => FIRST.includes(id));
