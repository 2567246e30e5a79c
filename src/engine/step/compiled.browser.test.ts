/** Steps that WebGPU compiles: what a step asks of the device, and that it is the step that is taken. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataSets } from '../../data/sets/index.ts';
import { firstOffer, offersOf } from '../../gan/offers.ts';
import type { Plan } from '../../gan/plan.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { Program } from '../../program/program.ts';
import { type Asked, counted } from '../../webgpu/counted.ts';
import { activeBackend } from '../../webgpu/inPlace.ts';
import { placesOfState } from '../../webgpu/replay/layout.ts';
import { writeProgram } from '../../webgpu/replay/written.ts';
import { start as startCpu } from '../backends/cpu.ts';
import { start } from '../backends/webgpu.ts';
import { resolve } from '../run/resolve.ts';
import { noiseBatch } from './noiseBatch.ts';
import { recordStep } from './recordStep.ts';
import { stateOf } from './stateOf.ts';
import { canCompile, createStepper } from './stepper.ts';
import { createTrainer, disposeTrainer } from './trainer.ts';

const STEPS = 20;
/** An emulated GPU compiles a step for half a minute, and longer on a machine that is busy. */
const PATIENCE_MS = 900_000;
const TOLERANCE = 1e-4;

const ALL = import.meta.env.VITE_COMPILED_ALL === '1';

/**
 * Whose steps are compared. Emulated GPUs take half a minute for each, so two go, which need most kernels that there are; with
 * VITE_COMPILED_ALL=1 every system does, on images and, where it takes them, on points.
 */
const SYSTEMS: readonly (readonly [recipe: string, data: string])[] = ALL
  ? recipes.flatMap((recipe) => {
      const offers = offersOf(recipe, dataSets);
      const [images] = offers.filter(({ kind }) => kind === 'image');
      const points = offers.filter(({ id }) => id === 'ring');
      return [...(images ? [images] : []), ...points].map(({ id }) => [recipe.id, id] as const);
    })
  : [
      ['cgan', 'mnist'],
      ['dragan', 'ring'],
    ];

beforeAll(async () => {
  await startCpu();
  await start();
  await canCompile();
});
/** Whatever failed, and wherever it was. */
beforeEach(() => tf.setBackend('webgpu').then(() => undefined));

function planFor(id: string, data?: string): Plan {
  const recipe = recipes.find((one) => one.id === id);
  if (!recipe) throw new Error(`There is no ${id}.`);
  const set = data ?? firstOffer(recipe, dataSets).id;
  return resolve({ recipe: id, data: set, seed: 1, params: { width: 0.02, batch: 4 } }).plan;
}

/**
 * A bias before a normalisation has no gradient but rounding, which Adam makes whole steps of; the running mean behind it sees
 * them, and nothing else does.
 */
const ROUNDING = /\.(bias|runningMean)$/;

/** What so many steps on the current backend measure, what they leave, and what each asks of the device. */
async function train(plan: Plan, isCompiling: boolean) {
  const trainer = createTrainer(plan, 1);
  const stepper = createStepper(isCompiling);
  const batch = noiseBatch(plan);
  const rows: number[][] = [];
  const asked: Asked[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const taken = counted(() => stepper.take(trainer, 'both', () => batch, step));
    asked.push(taken.asked);
    rows.push([...(await taken.value.values.data())]);
    taken.value.values.dispose();
    await stepper.settled();
  }
  const state: Float32Array[] = [];
  for (const { name, tensor } of stateOf(trainer))
    if (!ROUNDING.test(name)) state.push(Float32Array.from(await tensor.data<'float32'>()));
  const mode = stepper.mode();
  stepper.reset();
  disposeTrainer(trainer);
  return { rows, state, mode, asked };
}

const squares = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, one) => sum + one * one, 0);
const norm = (tensors: readonly ArrayLike<number>[]): number =>
  Math.sqrt(tensors.reduce((sum, values) => sum + squares(values), 0));

describe.each([
  ['cgan', 90],
  ['cgan-conv', 90],
  ['gan', 110],
  ['dragan', 190],
] as const)('a step of %s', (id, most) => {
  it.each([1, 0])(`takes at most ${most} dispatches, at step %i`, (step) => {
    const plan = planFor(id);
    const trainer = createTrainer(plan, 1);
    const batch = noiseBatch(plan);
    const { measured, program } = recordStep(trainer, 'both', () => batch, step);
    const { offsets } = placesOfState(stateOf(trainer).map(({ tensor }) => tensor));
    expect(
      writeProgram(program() as Program<unknown>, offsets, activeBackend().device).modules.length,
    ).toBeLessThanOrEqual(most);
    measured.values.dispose();
    disposeTrainer(trainer);
  });
});

it.each(recipes.map(({ id }) => [id]))('there is WGSL for all of %s', (id) => {
  const plan = planFor(id);
  const trainer = createTrainer(plan, 1);
  const batch = noiseBatch(plan);
  const { measured, program } = recordStep(trainer, 'both', () => batch, 0);
  const { offsets } = placesOfState(stateOf(trainer).map(({ tensor }) => tensor));
  expect(writeProgram(program() as Program<unknown>, offsets, activeBackend().device).modules.length).toBeGreaterThan(
    0,
  );
  measured.values.dispose();
  disposeTrainer(trainer);
});

const far = (a: number, b = Number.NaN): number => Math.abs(a - b) / Math.max(1, Math.abs(a));

/**
 * Eager steps on WebGPU and on the CPU stray from each other: within twenty steps rounding grows a thousandfold, an activation's
 * kink lies on the other side, a critic's bias has a gradient of rounding alone. So each number is to be that of one of them.
 */
it.each(SYSTEMS)(
  '%s on %s: twenty steps measure and leave what eager ones do',
  async (id, data) => {
    const plan = planFor(id, data);
    const compiled = await train(plan, true);
    const eager = await train(plan, false);
    await tf.setBackend('cpu');
    const onCpu = await train(plan, false);
    expect(compiled.mode.kind).toBe('compiled');
    const [asked, askedByEager] = [compiled, eager].map(({ asked }) => asked.at(-1)) as [Asked, Asked];
    expect(asked).toMatchObject({ bindGroups: 0, buffers: 0, pipelines: 0, writes: 1, submissions: 1 });
    // Only where streams stand, places and classes, and what optimisers are told; but labelled examples come from the host.
    if (!plan.supervision) expect(asked.bytes).toBeLessThanOrEqual(2048);
    expect(asked.dispatches).toBeLessThan(askedByEager.dispatches / 3);
    for (const [step, row] of compiled.rows.entries())
      for (const [i, value] of row.entries()) {
        const apart = [eager, onCpu].map(({ rows }) => far(value, rows[step]?.[i]));
        expect(Math.min(...apart), `scalar ${i} of step ${step}: ${apart}`).toBeLessThan(TOLERANCE);
      }
    const share = [eager, onCpu].map(({ state }) => {
      const apart = state.map((values, i) => values.map((value, j) => value - (compiled.state[i]?.[j] ?? Number.NaN)));
      return norm(apart) / norm(state);
    });
    expect(Math.min(...share)).toBeLessThan(1e-3);
  },
  PATIENCE_MS,
);

it(
  'leaves no tensor behind, and lets variables have their numbers again',
  async () => {
    const plan = planFor('dragan', 'ring');
    const before = { tensors: tf.memory().numTensors, data: activeBackend().numDataIds() };
    await train(plan, true);
    expect({ tensors: tf.memory().numTensors, data: activeBackend().numDataIds() }).toEqual(before);
  },
  PATIENCE_MS,
);
