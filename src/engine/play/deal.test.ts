/** A game as the engine deals it: real images that nobody trained on, G's own, and D's word on both. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { info as mnist } from '../../data/sets/mnist.ts';
import { loadImageSet } from '../../data/shards.ts';
import type { Deal, PlaygroundEngine } from '../../protocol/index.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';

vi.setConfig({ testTimeout: 60_000 });

let engine: PlaygroundEngine;
beforeEach(() => {
  engine = createEngine({ dataBase, fetch: fetchFile });
});
afterEach(() => engine.close());

const deal = (changes: { run?: number; rounds?: number; game?: number } = {}): Promise<Deal> =>
  engine.request('deal', { run: 1, rounds: 20, game: 0, ...changes });

const imageAt = ({ pixels, real }: Deal, i: number): Uint8Array =>
  new Uint8Array(pixels.slice((i * pixels.length) / real.length, ((i + 1) * pixels.length) / real.length));

const placesOf = ({ real }: Deal, kind: 0 | 1): number[] => Array.from(real.keys()).filter((i) => real[i] === kind);

it('deals real images of the test set, of the classes that it says, and D says of them what it says when asked', async () => {
  await openSession(engine);
  const dealt = await deal();
  expect(dealt).toMatchObject({
    step: 0,
    height: 28,
    width: 28,
    channels: 1,
    heldOut: true,
    threshold: expect.any(Number),
  });
  expect(dealt.others.real).toHaveLength(256);
  expect(dealt.others.generated).toHaveLength(256);
  const reals = placesOf(dealt, 1);
  expect(reals.length).toBeGreaterThan(0);
  expect(reals.length).toBeLessThan(20);

  const nothing = () => undefined;
  const whole = await loadImageSet(mnist, {
    base: dataBase,
    fetch: fetchFile,
    includeTest: true,
    includeTraining: false,
    onProgress: nothing,
    onProblem: nothing,
  });
  await whole.whenComplete;
  expect(whole.capacity).toBe(mnist.testCount);
  const known = new Map(
    Array.from({ length: whole.capacity }, (_, i) => [
      whole.pixels.subarray(i * 784, (i + 1) * 784).join(),
      whole.labels[i],
    ]),
  );
  for (const i of reals) expect(known.get(imageAt(dealt, i).join())).toBe(dealt.classes?.[i]);
  for (const i of placesOf(dealt, 0)) expect(known.has(imageAt(dealt, i).join())).toBe(false);

  const shown = Float32Array.from(
    reals.flatMap((i) => [...imageAt(dealt, i)]),
    (byte) => byte / 255,
  );
  const classes = Uint8Array.from(reals, (i) => dealt.classes?.[i] as number);
  const { outputs } = await engine.request('judge', { run: 1, examples: shown, classes });
  for (const [n, i] of reals.entries()) expect(outputs[n]).toBeCloseTo(dealt.outputs[i] as number, 4);
});

it('deals the same again, and other images in another game', async () => {
  await openSession(engine, { recipe: 'gan', params: { width: 0.05, batch: 4 } });
  const dealt = await deal();
  expect(dealt.classes).toBeNull();
  expect(await deal()).toEqual(dealt);
  const other = await deal({ game: 1 });
  expect(other.pixels).not.toEqual(dealt.pixels);
  expect(other.real).not.toEqual(dealt.real);
});

it('deals images in colour, and says where test images are trained on', async () => {
  await openSession(engine, { recipe: 'dcgan', data: 'colour-digits', params: { width: 0.05, batch: 4 } });
  const { pixels, heldOut } = await deal({ rounds: 3 });
  expect(pixels).toHaveLength(3 * 32 * 32 * 3);
  expect(heldOut).toBe(true);
  await openSession(engine, { run: 2, recipe: 'dragan', params: { width: 0.05, batch: 4, mixTest: true } });
  expect((await deal({ run: 2, rounds: 2 })).heldOut).toBe(false);
});

describe('a run that deals', () => {
  const lossesOf = async (plays: boolean): Promise<number[]> => {
    const own = createEngine({ dataBase, fetch: fetchFile });
    const session = await openSession(own, { seed: 5 });
    const end = session.trainTo(20);
    if (plays) await own.request('deal', { run: 1, rounds: 5, game: 0 });
    await end;
    own.close();
    return [...session.series('lossD'), ...session.series('lossG')];
  };

  it('is bit for bit what it is alone, also while it trains', async () => {
    expect(await lossesOf(true)).toEqual(await lossesOf(false));
  });
});

it.each([
  [{ rounds: 0 }, 'deal.rounds'],
  [{ rounds: 101 }, 'deal.rounds'],
  [{ rounds: 1.5 }, 'deal.rounds'],
  [{ game: -1 }, 'deal.rounds'],
  [{ game: Number.NaN }, 'deal.rounds'],
])('refuses %o', async (changes, code) => {
  await openSession(engine);
  await expect(deal(changes)).rejects.toMatchObject({ code: 'bad-config', problem: { code } });
});

it('refuses points', async () => {
  await openSession(engine, { recipe: 'gan', data: 'ring', params: { width: 0.05, batch: 8 } });
  await expect(deal()).rejects.toMatchObject({ problem: { code: 'deal.points' } });
});
