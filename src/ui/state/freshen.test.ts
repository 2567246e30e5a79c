/** A run can be taken along at any moment, on the real engine. */
import { afterEach, expect, it } from 'vitest';
import { decodeCheckpoint } from '../../record/checkpoint.ts';
import { stateOf } from './member.ts';
import { openRealPage, type RealPage } from './testing/realPage.ts';

let real: RealPage;
afterEach(() => real.close());

async function checkpoint(): Promise<{ readonly step: number; readonly inFile: number }> {
  await real.controller.freshen(real.member());
  const given = real.member().checkpoint;
  if (!given) throw new Error('There is no checkpoint.');
  const { snapshot } = decodeCheckpoint(new Uint8Array(await given.file.arrayBuffer()));
  return { step: given.step, inFile: snapshot.step };
}

it('before its first step, at rest, and while it trains, of the step at which it is', async () => {
  real = await openRealPage('recipe=gan&data=ring&width=0.02&batch=2&backend=simd');
  expect(await checkpoint()).toEqual({ step: 0, inFile: 0 });

  real.controller.page.setState({ stop: 3 });
  real.controller.toggle();
  await real.until(({ group }) => group.phase.kind === 'paused' && group.step === 3, 'it rests');
  expect(await checkpoint()).toEqual({ step: 3, inFile: 3 });

  real.controller.page.setState({ stop: 0 });
  real.controller.toggle();
  await real.until(({ group }) => group.step >= 20, 'it trains');
  const before = stateOf(real.member()).step;
  const { step, inFile } = await checkpoint();
  expect(step).toBeGreaterThanOrEqual(before);
  expect(inFile).toBe(step);
  expect(stateOf(real.member()).phase.kind).toBe('training');
});
