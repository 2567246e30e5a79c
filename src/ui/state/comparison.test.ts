import { beforeEach, describe, expect, it } from 'vitest';
import { EngineError } from '../../core/errors.ts';
import { SCALARS } from '../../core/scalars.ts';
import type { EngineEvent, PlaygroundEngine, RequestName, Requests, RunInfo } from '../../protocol/index.ts';
import { createComparison } from './comparison.ts';
import { formatHash, parseHash } from './hash.ts';
import { createHistory } from './history.ts';
import { createScoreHistory } from './scores.ts';
import { createSession } from './session.ts';
import { createPageStore } from './store.ts';

type Asked = { [Name in RequestName]: readonly [Name, Requests[Name][0]] }[RequestName];

const info = (run: number): RunInfo => ({
  run,
  backend: {
    id: 'simd',
    device: 'test',
    software: false,
    reason: { code: 'reason.chosen' },
    falls: [],
    candidates: [],
  },
  stepsPerEpoch: 100,
  batch: 64,
  parameters: { generator: 1, discriminator: 1 },
  classes: 0,
  gradientTarget: 1,
  score: 'raw',
  evaluator: { kind: 'shipped' },
  labelled: null,
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A page without a browser: an engine that writes down what it is asked, and is at step 9 wherever it is paused. */
function setUp(hash: string) {
  const asked: Asked[] = [];
  const listeners = new Set<(event: EngineEvent) => void>();
  const engine: PlaygroundEngine = {
    async request(name, payload) {
      asked.push([name, payload] as unknown as Asked);
      if (name === 'open') return info((payload as { run: number }).run) as never;
      const runs = (payload as { runs?: readonly number[] }).runs ?? [];
      return { step: 9, steps: runs.map(() => 9) } as never;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {},
  };
  const link = parseHash(hash);
  const store = createPageStore(link.settings, link.problems);
  let runs = 0;
  const shared = { engine, store, requestFrame: (draw: () => void) => draw(), nextRun: () => ++runs };
  const comparison = createComparison({
    ...shared,
    single: createSession({ ...shared, history: createHistory(), scores: createScoreHistory() }),
  });
  comparison.applyLink(link);
  return {
    comparison,
    listeners,
    state: store.getState,
    members: () => comparison.members.getState().map((member) => member.store.getState()),
    tell: (event: EngineEvent) => {
      for (const listener of [...listeners]) listener(event);
    },
    payloads: <Name extends RequestName>(name: Name) =>
      asked.filter((request) => request[0] === name).map((request) => request[1] as Requests[Name][0]),
  };
}

let page: ReturnType<typeof setUp>;
beforeEach(async () => {
  page = setUp('#compare=gan,wgan-gp,dragan&data=swiss-roll&seed=5&width=0.1');
  await settled();
});

describe('a comparison', () => {
  it('opens each system with the same data, seed and settings, and its own defaults, on one backend', () => {
    const opened = page.payloads('open');
    expect(opened.map(({ config }) => config.recipe)).toEqual(['gan', 'wgan-gp', 'dragan']);
    expect(opened.map(({ backend }) => backend)).toEqual(['auto', 'simd', 'simd']);
    for (const { config } of opened)
      expect(config).toMatchObject({ data: 'swiss-roll', seed: 5, params: { width: 0.1 } });
    expect(opened.map(({ config }) => config.params.penalty)).toEqual(['none', 'wganGp', 'dragan']);
    expect(opened.map(({ config }) => config.params.kD)).toEqual([1, 5, 1]);
    expect(page.state()).toMatchObject({ phase: 'paused', step: 0 });
  });

  it('has networks made by hand in the system that they were made for', async () => {
    page = setUp('#compare=gan,lsgan&recipe=lsgan&data=mnist&width=0.1&d=flatten.dense1');
    await settled();
    const opened = page.payloads('open').map(({ config }) => [config.recipe, config.generator, config.discriminator]);
    expect(opened).toEqual([
      ['gan', '', ''],
      ['lsgan', '', 'flatten.dense1'],
    ]);
  });

  it('is written into the link and read back', () => {
    const { settings } = page.state();
    expect(formatHash(settings)).toContain('compare=gan,wgan-gp,dragan');
    expect(parseHash(formatHash(settings)).settings).toEqual(settings);
  });

  it('is trained, paused and stepped by one request each', async () => {
    page.comparison.toggle();
    expect(page.payloads('train')).toEqual([{ runs: [1, 2, 3], until: null }]);
    expect(page.state().phase).toBe('training');
    page.comparison.toggle();
    await settled();
    expect(page.payloads('pause')).toEqual([{ runs: [1, 2, 3] }]);
    expect(page.state()).toMatchObject({ phase: 'paused', step: 9 });
    page.comparison.step('D');
    await settled();
    expect(page.payloads('step')).toEqual([{ runs: [1, 2, 3], part: 'D' }]);
  });

  it('goes on without a system that fails, and shows the failure there', async () => {
    page.comparison.toggle();
    const error = new EngineError('non-finite', 'The loss is not a number.', { recoverable: true }).toData();
    page.tell({ type: 'stopped', run: 2, step: 4, error });
    expect(page.members().map(({ phase }) => phase)).toEqual(['training', 'failed', 'training']);
    expect(page.members()[1]?.error).toEqual(error);
    expect(page.state()).toMatchObject({ phase: 'training', error: null });
    page.comparison.toggle();
    await settled();
    expect(page.payloads('pause').at(-1)).toEqual({ runs: [1, 3] });
  });

  it('keeps what each measured by itself', () => {
    const values = new Float32Array(SCALARS.length).fill(2);
    page.tell({
      type: 'frame',
      run: 3,
      step: 1,
      epoch: 0,
      epochProgress: 0,
      running: true,
      stepsPerSecond: null,
      scalars: { steps: Float64Array.of(1), values },
      grid: null,
      best: null,
      memory: { tensors: 0, bytes: 0 },
    });
    expect(page.comparison.members.getState().map(({ history }) => history.length)).toEqual([0, 0, 1]);
    expect(page.payloads('credit').at(-1)).toEqual({ run: 3 });
  });

  it('frees everything when it is left', async () => {
    page.comparison.compare([]);
    await settled();
    expect(page.payloads('close').map(({ run }) => run)).toEqual([1, 2, 3]);
    expect(page.payloads('open').at(-1)).toMatchObject({ run: 4, config: { recipe: 'gan', data: 'swiss-roll' } });
    expect(page.members()).toEqual([]);
    expect(page.listeners.size).toBe(1);
    expect(page.state()).toMatchObject({ phase: 'paused', run: 4 });
  });

  it('gives way to a recipe that is chosen, which stays in the plane', async () => {
    page.comparison.setRecipe('lsgan');
    await settled();
    expect(page.payloads('open').at(-1)?.config).toMatchObject({ recipe: 'lsgan', data: 'swiss-roll', seed: 5 });
    expect(page.state().settings.compare).toEqual([]);
  });
});

it('takes the place of the one run, and moves to data that all of them take', async () => {
  page = setUp('#recipe=cgan');
  await settled();
  page.comparison.compare(['gan', 'dragan'], 'ring');
  await settled();
  expect(page.payloads('close')).toEqual([{ run: 1 }]);
  expect(
    page
      .payloads('open')
      .slice(1)
      .map(({ config }) => [config.recipe, config.data]),
  ).toEqual([
    ['gan', 'ring'],
    ['dragan', 'ring'],
  ]);
});
