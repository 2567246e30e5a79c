/** Going on from a light record: memories begin anew, and from then on everything is as exact as ever. */
import { expect, it } from 'vitest';
import { drawPointSet } from '../../data/points.ts';
import { info } from '../../data/sets/ring.ts';
import { decodeCheckpoint, encodeCheckpoint, encodeLight } from '../../record/checkpoint.ts';
import { start } from '../backends/cpu.ts';
import { resolve } from '../run/resolve.ts';
import { createTraining, type Training } from '../run/training.ts';

const SLOT = /^(generator|discriminator)\.(adam|rmsProp|sgd)\./;

async function opened(params: Readonly<Record<string, string | number>>) {
  const config = { recipe: 'gan', data: info.id, seed: 1, params: { width: 0.02, batch: 4, ...params } };
  const backend = await start();
  const { plan } = resolve(config);
  const fresh = () => createTraining({ config, plan, data: drawPointSet(info, config.seed), backend });
  const stateOf = async (training: Training) => {
    await training.keepSnapshot();
    const snapshot = training.snapshot();
    if (!snapshot) throw new Error('There is no snapshot.');
    return snapshot;
  };
  const whole = fresh();
  for (let step = 0; step < 5; step++) whole.advance('both');
  const snapshot = await stateOf(whole);
  const light = decodeCheckpoint(encodeLight({ config, snapshot }, [])).snapshot;
  const from = fresh();
  from.restore(backend, light);
  return { config, backend, fresh, stateOf, snapshot, light, from };
}

it.each(['adam', 'rmsProp', 'sgd'])(
  '%s remembers nothing, and averages are where the weights are',
  async (optimizer) => {
    const { stateOf, snapshot, light, from } = await opened({
      optimizerG: optimizer,
      optimizerD: optimizer,
      momentum: 0.5,
    });
    const { tensors, ...state } = await stateOf(from);
    expect(state).toEqual({ ...light, tensors: undefined });
    expect(state.updates).toEqual(snapshot.updates);
    expect([...tensors.keys()]).toEqual([...snapshot.tensors.keys()]);
    for (const [name, { values }] of tensors) {
      if (SLOT.test(name)) expect(values.every((value) => value === 0)).toBe(true);
      else expect(values).toEqual(light.tensors.get(name)?.values);
      if (name.startsWith('average.'))
        expect(values).toEqual(tensors.get(name.replace('average', 'generator'))?.values);
    }
  },
);

it('Adam corrects as at a first update: no weight moves further than its rate', async () => {
  const { stateOf, light, from } = await opened({ lrG: 1e-3, lrD: 1e-3 });
  from.advance('both');
  const after = await stateOf(from);
  let furthest = 0;
  for (const [name, { values }] of light.tensors) {
    // Weights that are trained; running statistics follow no optimiser.
    if (!/^(generator|discriminator)\..*\.(kernel|bias)$/.test(name)) continue;
    const moved = after.tensors.get(name)?.values as Float32Array;
    for (const [i, value] of values.entries()) furthest = Math.max(furthest, Math.abs((moved[i] as number) - value));
  }
  // Uncorrected, (1 − β₁) / √(1 − β₂) would make it 16 times as far.
  expect(furthest).toBeGreaterThan(0.9e-3);
  expect(furthest).toBeLessThan(1.01e-3);
});

it('and from there on a run is resumed bit for bit, young memories and all', async () => {
  const { config, backend, fresh, stateOf, from } = await opened({});
  from.advance('both');
  const between = await stateOf(from);
  expect(between.begun).toEqual({ generator: 5, discriminator: 5 });
  const again = fresh();
  again.restore(backend, decodeCheckpoint(encodeCheckpoint({ config, snapshot: between })).snapshot);
  for (const training of [from, again]) training.advance('both');
  expect(await stateOf(again)).toEqual(await stateOf(from));
});

it('back to a whole record, memories are those of the record', async () => {
  const { backend, snapshot, stateOf, from } = await opened({});
  from.restore(backend, snapshot);
  expect(await stateOf(from)).toEqual(snapshot);
});
