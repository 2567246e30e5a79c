/** Steps that WebGPU compiles: what a step asks of the device, and that it is the step that is taken. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
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
  await tf.setBackend('webgpu');
  await canCompile();
});

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

/** What so many steps measure, what they leave, and what the last of them asks of the device. */
async function train(plan: Plan, isCompiling: boolean) {
  const trainer = createTrainer(plan, 1);
  const stepper = createStepper(isCompiling);
  const batch = noiseBatch(plan);
  const rows: number[][] = [];
  let last: Asked | null = null;
  for (let step = 1; step <= STEPS; step++) {
    const { value, asked } = counted(() => stepper.take(trainer, 'both', () => batch, step));
    last = asked;
    rows.push([...(await value.values.data())]);
    value.values.dispose();
    await stepper.settled();
  }
  const state: Float32Array[] = [];
  for (const { name, tensor } of stateOf(trainer)) if (!ROUNDING.test(name)) state.push(await tensor.data<'float32'>());
  const mode = stepper.mode();
  stepper.reset();
  disposeTrainer(trainer);
  return { rows, state, mode, asked: last as unknown as Asked };
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

/**
 * Where rounding grows so fast that tfjs's kernels on WebGPU stray from the CPU's by more than the tolerance: compiled steps are
 * held to the CPU's there (docs/program.md).
 */
const STRAYING = new Set(['dragan mnist']);

async function trainOnCpu(plan: Plan) {
  await tf.setBackend('cpu');
  try {
    return await train(plan, false);
  } finally {
    await tf.setBackend('webgpu');
  }
}

it.each(SYSTEMS)(
  '%s on %s: what twenty steps measure one kernel after the other',
  async (id, data) => {
    const plan = planFor(id, data);
    const eager = await train(plan, false);
    const compiled = await train(plan, true);
    expect(compiled.mode.kind).toBe('compiled');
    expect(compiled.asked).toMatchObject({ bindGroups: 0, buffers: 0, pipelines: 0, writes: 1, submissions: 1 });
    // Only where streams stand, places and classes, and what optimisers are told; but labelled examples come from the host.
    if (!plan.supervision) expect(compiled.asked.bytes).toBeLessThanOrEqual(2048);
    expect(compiled.asked.dispatches).toBeLessThan(eager.asked.dispatches / 3);
    const reference = STRAYING.has(`${id} ${data}`) ? await trainOnCpu(plan) : eager;
    for (const [step, row] of reference.rows.entries())
      for (const [i, value] of row.entries()) {
        const apart = Math.abs((compiled.rows[step]?.[i] ?? Number.NaN) - value) / Math.max(1, Math.abs(value));
        expect(apart, `scalar ${i} of step ${step}`).toBeLessThan(TOLERANCE);
      }
    const apart = reference.state.map((values, i) =>
      values.map((value, j) => value - (compiled.state[i]?.[j] ?? Number.NaN)),
    );
    expect(norm(apart) / norm(reference.state)).toBeLessThan(1e-3);
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
