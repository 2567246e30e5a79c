/** A game in which a person is D: what may follow what, and what came of it. */
import type { EngineErrorData } from '../../core/errors.ts';
import type { Deal } from '../../protocol/index.ts';
import { accuracyOf, areaUnder, hitsAt, type Rates, ratesAt, rocCurve } from './roc.ts';
import { wilson } from './wilson.ts';

export const ROUNDS = 20;

export type Game =
  | { readonly kind: 'idle' }
  | { readonly kind: 'dealing' }
  /** Answers so far: whether each was called real. */
  | { readonly kind: 'playing'; readonly deal: Deal; readonly answers: readonly boolean[] }
  | { readonly kind: 'done'; readonly deal: Deal; readonly answers: readonly boolean[] }
  | { readonly kind: 'failed'; readonly error: EngineErrorData };

export type GameMove =
  | { readonly type: 'begin' }
  | { readonly type: 'deal'; readonly deal: Deal }
  | { readonly type: 'answer'; readonly real: boolean }
  | { readonly type: 'fail'; readonly error: EngineErrorData };

/** What does not fit leaves a game as it is. */
export function moveGame(game: Game, move: GameMove): Game {
  switch (move.type) {
    case 'begin':
      return { kind: 'dealing' };
    case 'deal':
      return game.kind === 'dealing' ? { kind: 'playing', deal: move.deal, answers: [] } : game;
    case 'fail':
      return game.kind === 'dealing' ? { kind: 'failed', error: move.error } : game;
    case 'answer': {
      if (game.kind !== 'playing') return game;
      const answers = [...game.answers, move.real];
      return { kind: answers.length < game.deal.real.length ? 'playing' : 'done', deal: game.deal, answers };
    }
    default:
      return move satisfies never;
  }
}

export interface Result {
  readonly right: number;
  readonly rounds: number;
  /** Of the share that is right. */
  readonly interval: { readonly low: number; readonly high: number };
  /** Rounds that were answered wrongly, from 0. */
  readonly wrong: readonly number[];
  /** The person's own; null where all images were of one kind. */
  readonly you: Rates | null;
  /** D's curve over several hundred others, the area under it, and where D stands on it. */
  readonly curve: readonly Rates[];
  readonly area: number;
  readonly d: Rates;
  /** D's accuracy there, and where it has as many false alarms as the person. */
  readonly accuracy: number;
  readonly accuracyAsYou: number | null;
  /** So many of the very same images D had right. */
  readonly rightOfSame: number;
}

const shareOf = (places: readonly number[], isIt: (place: number) => boolean): number =>
  places.filter(isIt).length / places.length;

/** @param answers one for each round */
export function resultOf({ real, outputs, others, threshold }: Deal, answers: readonly boolean[]): Result {
  const places = Array.from(real.keys());
  const isReal = (place: number): boolean => real[place] === 1;
  const wrong = places.filter((place) => answers[place] !== isReal(place));
  const right = places.length - wrong.length;
  const reals = places.filter(isReal);
  const fakes = places.filter((place) => !isReal(place));
  const called = (place: number): boolean => answers[place] === true;
  const you =
    reals.length > 0 && fakes.length > 0 ? { hits: shareOf(reals, called), falseAlarms: shareOf(fakes, called) } : null;
  const curve = rocCurve(others.real, others.generated);
  const d = ratesAt(others.real, others.generated, threshold);
  return {
    right,
    rounds: places.length,
    interval: wilson(right, places.length),
    wrong,
    you,
    curve,
    area: areaUnder(curve),
    d,
    accuracy: accuracyOf(d),
    accuracyAsYou: you && accuracyOf({ falseAlarms: you.falseAlarms, hits: hitsAt(curve, you.falseAlarms) }),
    rightOfSame: places.filter((place) => isReal(place) === (outputs[place] as number) >= threshold).length,
  };
}
