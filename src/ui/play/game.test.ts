import { describe, expect, it } from 'vitest';
import { EngineError } from '../../core/errors.ts';
import type { Deal } from '../../protocol/index.ts';
import { type Game, moveGame, resultOf } from './game.ts';
import { accuracyOf, areaUnder, hitsAt, ratesAt, rocCurve } from './roc.ts';
import { wilson } from './wilson.ts';

describe('a ROC curve', () => {
  it('is what one counts by hand', () => {
    const curve = rocCurve([3, 2, 0], [2, 1]);
    expect(curve).toEqual([
      { falseAlarms: 0, hits: 0 },
      { falseAlarms: 0, hits: 1 / 3 },
      // Two scores that are equal go together.
      { falseAlarms: 1 / 2, hits: 2 / 3 },
      { falseAlarms: 1, hits: 2 / 3 },
      { falseAlarms: 1, hits: 1 },
    ]);
    // Of six pairs three are in order, and one is a tie.
    expect(areaUnder(curve)).toBeCloseTo(3.5 / 6, 10);
  });

  it('has an area of 1 where all are told apart, of 0 where all are mistaken, and of a half without any order', () => {
    expect(areaUnder(rocCurve([2, 3], [0, 1]))).toBe(1);
    expect(areaUnder(rocCurve([0, 1], [2, 3]))).toBe(0);
    expect(areaUnder(rocCurve([1, 1], [1, 1, 1]))).toBe(0.5);
  });

  it('is read between its corners, and on top where it rises', () => {
    const curve = rocCurve([3, 2, 0], [2, 1]);
    expect(hitsAt(curve, 0)).toBeCloseTo(1 / 3, 10);
    expect(hitsAt(curve, 0.25)).toBeCloseTo(1 / 2, 10);
    expect(hitsAt(curve, 1)).toBe(1);
  });

  it('has a point for a threshold', () => {
    expect(ratesAt([3, 2, 0], [2, 1], 2)).toEqual({ falseAlarms: 1 / 2, hits: 2 / 3 });
    expect(accuracyOf({ falseAlarms: 1 / 2, hits: 2 / 3 })).toBeCloseTo(7 / 12, 10);
  });
});

describe('Wilson’s interval', () => {
  // From scipy.stats.binomtest(hits, trials).proportion_ci(method='wilson').
  it.each([
    [14, 20, 0.481027, 0.854523],
    [0, 20, 0, 0.161125],
    [20, 20, 0.838875, 1],
    [1, 1, 0.206549, 1],
  ])('of %i in %i goes from %f to %f', (hits, trials, low, high) => {
    const found = wilson(hits, trials);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });
});

const deal: Deal = {
  step: 3,
  height: 1,
  width: 1,
  channels: 1,
  pixels: new Uint8ClampedArray(4),
  real: Uint8Array.of(1, 0, 1, 0),
  classes: null,
  outputs: Float32Array.of(2, -1, -1, 1),
  others: { real: Float32Array.of(3, 2, 0), generated: Float32Array.of(2, 1) },
  threshold: 0,
  heldOut: true,
};

describe('a game', () => {
  const dealing: Game = moveGame({ kind: 'idle' }, { type: 'begin' });

  it('goes from round to round, and ends after the last', () => {
    let game = moveGame(dealing, { type: 'deal', deal });
    expect(game).toMatchObject({ kind: 'playing', answers: [] });
    for (const real of [true, false, true]) game = moveGame(game, { type: 'answer', real });
    expect(game).toMatchObject({ kind: 'playing', answers: [true, false, true] });
    game = moveGame(game, { type: 'answer', real: true });
    expect(game).toMatchObject({ kind: 'done', answers: [true, false, true, true] });
    expect(moveGame(game, { type: 'answer', real: true })).toBe(game);
  });

  it('takes no answer before it is dealt, and no deal that nobody asked for', () => {
    expect(moveGame(dealing, { type: 'answer', real: true })).toBe(dealing);
    const idle: Game = { kind: 'idle' };
    expect(moveGame(idle, { type: 'deal', deal })).toBe(idle);
  });

  it('that could not be dealt says why, and can be begun again', () => {
    const error = new EngineError('bad-config', { code: 'deal.points' }).toData();
    const failed = moveGame(dealing, { type: 'fail', error });
    expect(failed).toEqual({ kind: 'failed', error });
    expect(moveGame(failed, { type: 'begin' })).toEqual({ kind: 'dealing' });
  });

  it('ends with what a person and D had right', () => {
    const result = resultOf(deal, [true, false, false, false]);
    expect(result).toMatchObject({
      right: 3,
      rounds: 4,
      wrong: [2],
      you: { hits: 1 / 2, falseAlarms: 0 },
      // At 0 D calls everything real.
      d: { hits: 1, falseAlarms: 1 },
      accuracy: 1 / 2,
      rightOfSame: 2,
    });
    // Without a false alarm D has a third of the real ones.
    expect(result.accuracyAsYou).toBeCloseTo(2 / 3, 10);
  });

  it('in which all images were of one kind gives no point', () => {
    const result = resultOf({ ...deal, real: Uint8Array.of(1, 1, 1, 1) }, [true, true, true, true]);
    expect(result).toMatchObject({ right: 4, you: null, accuracyAsYou: null });
  });
});
