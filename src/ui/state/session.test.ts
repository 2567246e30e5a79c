import { beforeEach, describe, expect, it } from 'vitest';
import { EngineError } from '../../core/errors.ts';
import { SCALARS } from '../../core/scalars.ts';
import type { EngineEvent, Frame, PlaygroundEngine, RequestName, Requests, RunInfo } from '../../protocol/index.ts';
import { parseHash } from './hash.ts';
import { createHistory } from './history.ts';
import { refusalOf } from './plan.ts';
import { createScoreHistory } from './scores.ts';
import { createSession } from './session.ts';
import { createPageStore } from './store.ts';

type Asked = { [Name in RequestName]: readonly [Name, Requests[Name][0]] }[RequestName];

const info = (run: number): RunInfo => ({
  run,
  backend: { id: 'cpu', device: 'test', software: false, reason: { code: 'reason.chosen' }, falls: [], candidates: [] },
  stepsPerEpoch: 100,
  batch: 64,
  parameters: { generator: 1, discriminator: 1 },
  classes: 10,
  gradientTarget: 1,
  score: 'raw',
  evaluator: { kind: 'shipped' },
  labelled: null,
});

const frame = (run: number, step: number, more: Partial<Frame> = {}): Frame => ({
  type: 'frame',
  run,
  step,
  epoch: 0,
  epochProgress: 0,
  running: true,
  stepsPerSecond: null,
  scalars: { steps: Float64Array.of(step), values: new Float32Array(SCALARS.length) },
  grid: null,
  best: null,
  memory: { tensors: 0, bytes: 0 },
  ...more,
});

/** A page without a browser: an engine that writes down what it is asked, and animation frames by hand. */
function setUp(hash: string) {
  const asked: Asked[] = [];
  const answers: Partial<Record<RequestName, () => Promise<unknown>>> = {};
  let tell: (event: EngineEvent) => void = () => {};
  const engine: PlaygroundEngine = {
    async request(name, payload) {
      asked.push([name, payload] as unknown as Asked);
      const answer = await answers[name]?.();
      const usual = name === 'open' ? info((payload as { run: number }).run) : { step: 0 };
      return (answer ?? usual) as never;
    },
    subscribe(listener) {
      tell = listener;
      return () => {};
    },
    close() {},
  };
  const link = parseHash(hash);
  const store = createPageStore(link.settings, link.problems);
  const history = createHistory();
  const scores = createScoreHistory();
  const frames: (() => void)[] = [];
  const session = createSession({
    engine,
    store,
    history,
    scores,
    requestFrame: (callback) => frames.push(callback),
  });
  return {
    session,
    store,
    history,
    scores,
    answers,
    state: store.getState,
    tell: (event: EngineEvent) => tell(event),
    /** Requests with this name, oldest first. */
    payloads: <Name extends RequestName>(name: Name) =>
      asked.filter((request) => request[0] === name).map((request) => request[1] as Requests[Name][0]),
    paint: () => {
      for (const callback of frames.splice(0)) callback();
    },
    open: async () => {
      session.applyLink(link);
      await settled();
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

let page: ReturnType<typeof setUp>;
beforeEach(async () => {
  page = setUp('');
  await page.open();
});

describe('a run', () => {
  it('is opened from the link and waits', () => {
    expect(page.payloads('open')).toHaveLength(1);
    expect(page.state()).toMatchObject({ phase: 'paused', run: 1, step: 0 });
    expect(page.payloads('train')).toEqual([]);
  });

  it('starts at once when the link says so, and ends where it says', async () => {
    page = setUp('#run=1&stop=30');
    await page.open();
    expect(page.payloads('train')).toEqual([{ runs: [1], until: 30 }]);
    page.tell(frame(1, 30));
    page.tell({ type: 'stopped', run: 1, step: 30, error: null });
    expect(page.state()).toMatchObject({ phase: 'paused', step: 30 });
    page.session.toggle();
    expect(page.payloads('train')[1]).toEqual({ runs: [1], until: null });
  });

  it('pauses when the step in flight is done', async () => {
    page.session.toggle();
    page.answers.pause = async () => ({ steps: [8] });
    page.session.toggle();
    expect(page.state().phase).toBe('pausing');
    await settled();
    expect(page.state()).toMatchObject({ phase: 'paused', step: 8 });
  });

  it('drops what an older run still says', async () => {
    page.session.reset();
    await settled();
    expect(page.payloads('close')).toEqual([{ run: 1 }]);
    page.tell(frame(1, 99));
    page.tell({ type: 'stopped', run: 1, step: 99, error: new EngineError('internal', 'late').toData() });
    page.paint();
    expect(page.state()).toMatchObject({ run: 2, step: 0, error: null, phase: 'paused' });
    expect(page.history.length).toBe(0);
  });
});

describe('the best model', () => {
  it('is returned to: what was measured since is gone, and the run waits', async () => {
    page.session.toggle();
    const best = { step: 25, test: 0.9 };
    for (let step = 1; step <= 40; step++) page.tell(frame(1, step, { best }));
    page.paint();
    expect(page.state()).toMatchObject({ step: 40, best });

    page.answers.returnToBest = async () => ({ step: 25 });
    page.session.returnToBest();
    // Said before the engine knew.
    page.tell(frame(1, 41));
    await settled();
    page.paint();
    expect(page.payloads('returnToBest')).toEqual([{ run: 1 }]);
    expect(page.state()).toMatchObject({ phase: 'paused', step: 25, best });
    expect(page.history.length).toBe(25);
    expect(page.payloads('train')).toHaveLength(1);
  });
});

describe('a choice that makes no sense', () => {
  it('is not applied, and what comes after it is', async () => {
    page = setUp('#recipe=wgan-gp');
    await page.open();
    page.session.setParam('penalty', 'none');
    await settled();
    expect(page.state()).toMatchObject({ phase: 'paused', settings: { params: { penalty: 'none' } } });
    expect(page.state().opened.params.penalty).toBe('wganGp');
    expect(page.payloads('setParams')).toEqual([]);

    page.session.setParam('penalty', 'clip');
    await settled();
    expect(page.payloads('setParams')).toEqual([{ run: 1, params: { penalty: 'clip' } }]);
  });

  it('is told apart from one that does', () => {
    expect(refusalOf(parseHash('#recipe=gan&objective=wasserstein').settings)).toEqual({ code: 'sound.unbounded' });
    expect(refusalOf(parseHash('#recipe=gan&objective=wasserstein&penalty=r1').settings)).toBeNull();
  });
});

describe('frames', () => {
  it('are drawn once for each animation frame, the newest only, and then one credit is granted', () => {
    page.session.toggle();
    const before = page.payloads('credit').length;
    for (let step = 1; step <= 5; step++) page.tell(frame(1, step));
    expect(page.state().frames).toBe(0);
    page.paint();
    expect(page.state()).toMatchObject({ frames: 1, step: 5 });
    expect(page.payloads('credit')).toHaveLength(before + 1);
    expect(Array.from(page.history.steps())).toEqual([1, 2, 3, 4, 5]);
  });

  it('keep a grid that was not drawn yet', () => {
    const grid = { step: 1, classes: 'all' } as Frame['grid'];
    page.tell(frame(1, 1, { grid }));
    page.tell(frame(1, 2));
    page.paint();
    expect(page.state().grid).toBe(grid);
  });
});

describe('settings', () => {
  it('that take a restart are applied at once at step 0', async () => {
    page.session.setParam('width', 0.5);
    page.session.change({ seed: 7 });
    await settled();
    const last = page.payloads('open').at(-1);
    expect(last?.config).toMatchObject({ seed: 7, params: { width: 0.5 } });
    expect(page.state().phase).toBe('paused');
  });

  it('that take a restart wait while there is a training to lose', async () => {
    page.session.toggle();
    page.tell(frame(1, 10));
    page.paint();
    page.session.change({ seed: 7 });
    await settled();
    expect(page.payloads('open')).toHaveLength(1);
    page.session.restart();
    await settled();
    expect(page.payloads('open')[1]?.config.seed).toBe(7);
    expect(page.payloads('train')).toHaveLength(2);
  });

  it('that are live are sent without a restart, the newest last', async () => {
    page.session.toggle();
    for (const rate of [0.004, 0.005, 0.006]) page.session.setParam('lrG', rate);
    await settled();
    expect(page.payloads('setParams').map(({ params }) => params.lrG)).toEqual([0.004, 0.006]);
    expect(page.payloads('open')).toHaveLength(1);
    expect(page.state().opened.params.lrG).toBe(0.006);
  });

  it('may hold networks made by hand, which stay until another recipe is chosen', async () => {
    page.session.change({ discriminator: 'flatten.dense1' });
    await settled();
    expect(page.payloads('open').at(-1)?.config).toMatchObject({ generator: '', discriminator: 'flatten.dense1' });
    expect(refusalOf({ ...page.state().settings, discriminator: 'flatten.dense2' })).toMatchObject({
      code: 'sound.outputs',
    });
    page.session.setRecipe('dragan');
    await settled();
    expect(page.payloads('open').at(-1)?.config).toMatchObject({ recipe: 'dragan', discriminator: '' });
  });

  it('start at their defaults with another recipe, except seed and backend', async () => {
    page.session.change({ seed: 7, backend: 'cpu' });
    page.session.setParam('width', 0.5);
    page.session.setRecipe('dragan');
    await settled();
    const last = page.payloads('open').at(-1);
    expect(last).toMatchObject({ backend: 'cpu', config: { recipe: 'dragan', seed: 7, params: { width: 1 } } });
  });

  it('of a link typed by hand are applied at once', async () => {
    page.session.toggle();
    page.tell(frame(1, 10));
    page.paint();
    page.session.applyLink(parseHash('#seed=9&run=1&oops=1'));
    await settled();
    expect(page.payloads('open').at(-1)?.config.seed).toBe(9);
    expect(page.state()).toMatchObject({ phase: 'training', run: 2 });
    expect(page.state().problems).toHaveLength(1);
  });
});

describe('failures', () => {
  const diverged = new EngineError('non-finite', 'The loss is not a number.', { recoverable: true }).toData();

  it('stop the run, and resuming goes back to the snapshot', async () => {
    page.session.toggle();
    for (let step = 1; step <= 40; step++) page.tell(frame(1, step));
    page.paint();
    page.tell({ type: 'stopped', run: 1, step: 40, error: diverged });
    expect(page.state()).toMatchObject({ phase: 'failed', error: diverged });

    page.answers.resume = async () => ({ step: 25, backend: { ...info(1).backend, id: 'webgl' } });
    page.session.resume();
    await settled();
    expect(page.state()).toMatchObject({ phase: 'paused', step: 25, error: null });
    expect(page.state().info?.backend.id).toBe('webgl');
    expect(page.history.length).toBe(25);
  });

  it('to open are shown, and trying again opens anew', async () => {
    page.answers.open = () => Promise.reject(new EngineError('data-missing', 'The digits could not be fetched.'));
    page.session.reset();
    await settled();
    expect(page.state()).toMatchObject({ phase: 'failed', info: null });
    delete page.answers.open;
    page.session.retryData();
    await settled();
    expect(page.state()).toMatchObject({ phase: 'paused', error: null });
  });

  it('of an opening that was cancelled are not shown', async () => {
    page.answers.open = () => Promise.reject(new EngineError('cancelled', 'Cancelled.'));
    page.session.reset();
    delete page.answers.open;
    page.session.reset();
    await settled();
    expect(page.state()).toMatchObject({ phase: 'paused', error: null });
  });

  it('that stop nothing are shown while training goes on', () => {
    page.session.toggle();
    page.tell({ type: 'problem', error: diverged });
    expect(page.state()).toMatchObject({ phase: 'training', error: diverged });
    page.session.dismissError();
    expect(page.state().error).toBeNull();
  });
});
