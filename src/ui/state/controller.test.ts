import { beforeEach, describe, expect, it } from 'vitest';
import { EngineError } from '../../core/errors.ts';
import type { Frame, RunInfo } from '../../protocol/index.ts';
import { formatHash, parseHash } from './hash.ts';
import { settingsOf } from './link.ts';
import { frame, infoOf, NO_ROWS, openPage, settled, type TestPage } from './testing/page.ts';

let page: TestPage;
beforeEach(async () => {
  page = await openPage('');
});

const error = (code: 'internal' | 'non-finite') =>
  new EngineError(code, { code: 'internal', what: 'a test' }, { recoverable: true }).toData();

describe('a run', () => {
  it('is opened from the link and waits', () => {
    expect(page.payloads('open')).toHaveLength(1);
    expect(page.page().group).toMatchObject({ phase: { kind: 'paused' }, step: 0 });
    expect(page.payloads('train')).toEqual([]);
  });

  it('starts at once when the link says so, and ends where it says', async () => {
    page = await openPage('#run=1&stop=30');
    expect(page.payloads('train')).toEqual([{ runs: [1], until: 30 }]);
    page.tell(frame(1, 30));
    page.tell({ type: 'stopped', run: 1, step: 30, error: null });
    expect(page.state()).toMatchObject({ phase: { kind: 'paused' }, step: 30 });
    page.controller.toggle();
    expect(page.payloads('train')[1]).toEqual({ runs: [1], until: null });
  });

  it('begins to train when it is open, if that was asked for meanwhile', async () => {
    let answer: (info: RunInfo) => void = () => undefined;
    page.answers.open = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    page.controller.reset();
    page.controller.toggle();
    await settled();
    expect(page.page().group.phase).toMatchObject({ kind: 'opening', train: true });
    answer(infoOf(2));
    await settled();
    expect(page.payloads('train')).toEqual([{ runs: [2], until: null }]);
  });

  it('pauses when the step in flight is done, and a response that overtakes a frame loses none of its steps', async () => {
    page.controller.toggle();
    page.trained(9);
    page.answers.pause = async () => ({ steps: [8] });
    page.controller.toggle();
    expect(page.state().phase.kind).toBe('pausing');
    await settled();
    expect(page.state()).toMatchObject({ phase: { kind: 'paused' }, step: 9 });
  });

  it('shows the later step, whichever comes first: an answer, or a frame from before it', async () => {
    page.controller.toggle();
    page.trained(7);
    page.answers.pause = async () => ({ steps: [8] });
    page.controller.toggle();
    await settled();
    expect(page.state().step).toBe(8);
    // Sent before the pause, drawn after its answer.
    page.tell(frame(1, 7));
    page.paint();
    expect(page.state()).toMatchObject({ phase: { kind: 'paused' }, step: 8 });
  });

  it('that is opened anew does not show what an earlier one sent last', async () => {
    page.controller.toggle();
    page.tell(frame(1, 5));
    page.controller.revive();
    await settled();
    page.paint();
    expect(page.state()).toMatchObject({ step: 0, frames: 0 });
  });

  it('that fails while a pause waits says why it failed, and can be resumed', async () => {
    page.controller.toggle();
    page.controller.toggle();
    page.tell({ type: 'stopped', run: 1, step: 4, error: error('non-finite') });
    page.answers.pause = () => Promise.reject(new EngineError('internal', { code: 'run.failed' }));
    await settled();
    expect(page.state().phase).toEqual({ kind: 'failed', error: error('non-finite') });
  });

  it('that has failed is sent what was changed meanwhile when it is resumed', async () => {
    page.controller.toggle();
    page.tell({ type: 'stopped', run: 1, step: 4, error: error('non-finite') });
    page.controller.setParams({ lrG: 0.005 });
    await settled();
    expect(page.payloads('setParams')).toEqual([]);
    page.answers.resume = async () => ({ step: 0, backend: infoOf(1).backend });
    page.controller.resume(page.member());
    await settled();
    expect(page.payloads('setParams')).toEqual([{ run: 1, params: { lrG: 0.005 } }]);
    expect(page.state()).toMatchObject({ step: 0, phase: { kind: 'paused' } });
  });

  it('drops what an older run still says', async () => {
    page.controller.reset();
    await settled();
    expect(page.payloads('close')).toEqual([{ run: 1 }]);
    page.tell(frame(1, 99));
    page.tell({ type: 'stopped', run: 1, step: 99, error: error('internal') });
    page.paint();
    expect(page.state()).toMatchObject({ step: 0, phase: { kind: 'paused' } });
    expect(page.member().history.length).toBe(0);
  });
});

describe('the best model', () => {
  it('is returned to: what was measured since is gone, and the run waits', async () => {
    page.controller.toggle();
    const best = { step: 25, test: 0.9 };
    for (let step = 1; step <= 40; step++) page.tell(frame(1, step, { best }));
    page.paint();
    expect(page.state()).toMatchObject({ step: 40, best });
    page.answers.returnToBest = async () => ({ step: 25 });
    page.controller.returnToBest(page.member());
    // Said before the engine knew.
    page.tell(frame(1, 41));
    await settled();
    page.paint();
    expect(page.payloads('returnToBest')).toEqual([{ run: 1 }]);
    expect(page.state()).toMatchObject({ phase: { kind: 'paused' }, step: 25, best });
    expect(page.member().history.length).toBe(25);
    expect(page.payloads('train')).toHaveLength(1);
  });
});

describe('a change that makes no sense', () => {
  it('is refused: controls, link and run keep what is sound, and other changes go on', async () => {
    page = await openPage('#recipe=wgan-gp');
    page.controller.setParams({ penalty: 'none' });
    await settled();
    expect(page.state().refused).toMatchObject({ name: 'penalty', value: 'none', why: { code: 'sound.unbounded' } });
    expect(page.state().wanted.params.penalty).toBe('wganGp');
    expect(page.state().opened.params.penalty).toBe('wganGp');
    expect(page.payloads('setParams')).toEqual([]);
    expect(formatHash(settingsOf(page.page()))).toBe('recipe=wgan-gp');

    page.controller.setParams({ lrD: 0.002 });
    await settled();
    expect(page.payloads('setParams')).toEqual([{ run: 1, params: { lrD: 0.002 } }]);
    expect(page.state().refused).toBeNull();
  });

  it('because of another that waits is refused by that, and nothing of it is sent', async () => {
    page = await openPage('#recipe=gan&penalty=dragan');
    page.controller.toggle();
    page.trained(3);
    page.controller.setParams({ objective: 'wasserstein' });
    page.controller.setParams({ penalty: 'none' });
    await settled();
    expect(page.state().refused?.name).toBe('penalty');
    expect(page.state().wanted.params).toMatchObject({ objective: 'wasserstein', penalty: 'dragan' });
    expect(page.payloads('setParams')).toEqual([]);
    const link = parseHash(formatHash(settingsOf(page.page())));
    expect(link.problems).toEqual([]);
    expect(link.settings.members[0]?.params).toMatchObject({ objective: 'wasserstein', penalty: 'dragan' });
  });

  it('in a link is named, and the recipe opens as it comes', async () => {
    page = await openPage('#recipe=gan&objective=wasserstein');
    expect(page.page().problems).toMatchObject([{ kind: 'unsound', why: { code: 'sound.unbounded' } }]);
    expect(page.state()).toMatchObject({
      phase: { kind: 'paused' },
      opened: { params: { objective: 'crossEntropy' } },
    });
  });

  it('to the engine alone is refused when it says so', async () => {
    page.answers.setParams = () => Promise.reject(new EngineError('bad-config', { code: 'run.closed' }));
    page.controller.setParams({ lrG: 0.01 });
    await settled();
    expect(page.state().refused).toMatchObject({ name: 'lrG', value: 0.01 });
    expect(page.state().wanted.params.lrG).toBe(page.state().opened.params.lrG);
    expect(page.state().phase.kind).toBe('paused');
  });
});

describe('frames', () => {
  it('are drawn once for each animation frame, the newest only, and then one credit is granted', () => {
    page.controller.toggle();
    const before = page.payloads('credit').length;
    for (let step = 1; step <= 5; step++) page.tell(frame(1, step));
    expect(page.state().frames).toBe(0);
    page.paint();
    expect(page.state()).toMatchObject({ frames: 1, step: 5 });
    expect(page.payloads('credit')).toHaveLength(before + 1);
    expect(Array.from(page.member().history.steps())).toEqual([1, 2, 3, 4, 5]);
  });

  it('keep a grid that was not drawn yet', () => {
    const images = {
      rows: 1,
      columns: 1,
      height: 1,
      width: 1,
      channels: 1,
      pixels: new Uint8ClampedArray(1),
      labels: null,
    };
    const grid: Frame['grid'] = { kind: 'images', step: 1, classes: 'all', generated: images, real: images };
    page.tell(frame(1, 1, { grid }));
    page.tell(frame(1, 2));
    page.paint();
    expect(page.state().grid).toBe(grid);
  });
});

describe('parameters', () => {
  it('that take a new run are applied at once at step 0', async () => {
    page.controller.setParams({ width: 0.5 });
    await settled();
    expect(page.payloads('open').at(-1)?.config).toMatchObject({ params: { width: 0.5 } });
    expect(page.state().phase.kind).toBe('paused');
    expect(page.page().aside).toEqual([]);
  });

  it('that take a new run wait while there is a training, and start over or are given up', async () => {
    page.controller.toggle();
    page.trained(10);
    page.controller.setParams({ width: 0.5 });
    await settled();
    expect(page.payloads('open')).toHaveLength(1);
    expect(page.state()).toMatchObject({ wanted: { params: { width: 0.5 } }, opened: { params: { width: 1 } } });
    page.controller.keep();
    expect(page.state().wanted).toEqual(page.state().opened);

    page.controller.setParams({ width: 0.5 });
    page.controller.startOver();
    await settled();
    expect(page.payloads('open')[1]?.config.params.width).toBe(0.5);
    expect(page.payloads('train')).toHaveLength(2);
    expect(page.page().aside).toHaveLength(1);
  });

  it('that are live are sent without a new run, the newest last', async () => {
    page.controller.toggle();
    for (const rate of [0.004, 0.005, 0.006]) page.controller.setParams({ lrG: rate });
    await settled();
    expect(page.payloads('setParams').map(({ params }) => params.lrG)).toEqual([0.004, 0.006]);
    expect(page.payloads('open')).toHaveLength(1);
    expect(page.state().opened.params.lrG).toBe(0.006);
  });

  it('of one system are never sent to another', async () => {
    page = await openPage('#recipe=gan&data=swiss-roll&run=1');
    page.trained(5);
    page.controller.chooseData('mnist');
    await settled();
    page.controller.setParams({ statistics: 'batch' });
    await settled();
    expect(page.payloads('setParams')).toEqual([{ run: 2, params: { statistics: 'batch' } }]);
    expect(page.page().problem).toBeNull();
    expect(page.state()).toMatchObject({ phase: { kind: 'paused' }, opened: { data: 'mnist' } });
  });
});

describe('networks made by hand', () => {
  it('stay with the system that they were made for', async () => {
    page.controller.setNetworks(page.member(), { generator: '', discriminator: 'flatten.dense1' });
    await settled();
    expect(page.payloads('open').at(-1)?.config).toMatchObject({ generator: '', discriminator: 'flatten.dense1' });
    page.controller.setRecipe('dragan');
    await settled();
    expect(page.payloads('open').at(-1)?.config).toMatchObject({ recipe: 'dragan', discriminator: '' });
    page.controller.setRecipe('cgan-conv');
    await settled();
    expect(page.payloads('open').at(-1)?.config).toMatchObject({
      recipe: 'cgan-conv',
      discriminator: 'flatten.dense1',
    });
  });
});

describe('a link', () => {
  it('typed by hand is followed at once, and what it leaves is put aside', async () => {
    page.controller.toggle();
    page.trained(10);
    page.controller.applyLink(parseHash('#seed=9&run=1&oops=1'));
    await settled();
    expect(page.payloads('open').at(-1)?.config.seed).toBe(9);
    expect(page.kinds()).toEqual(['training']);
    expect(page.page().problems).toHaveLength(1);
    expect(page.page().aside).toHaveLength(1);
  });

  it('that changes live parameters alone changes them in the run that is there', async () => {
    page.controller.toggle();
    page.trained(10);
    page.controller.applyLink(parseHash('#lrG=0.005'));
    await settled();
    expect(page.payloads('open')).toHaveLength(1);
    expect(page.payloads('setParams')).toEqual([{ run: 1, params: { lrG: 0.005 } }]);
  });
});

describe('failures', () => {
  it('stop the run, and resuming goes back to the snapshot', async () => {
    page.controller.toggle();
    page.trained(40);
    page.tell({ type: 'stopped', run: 1, step: 40, error: error('non-finite') });
    expect(page.state().phase).toEqual({ kind: 'failed', error: error('non-finite') });
    page.answers.resume = async () => ({ step: 25, backend: { ...infoOf(1).backend, id: 'webgl' } });
    page.controller.resume(page.member());
    await settled();
    expect(page.state()).toMatchObject({ phase: { kind: 'paused' }, step: 25, info: { backend: { id: 'webgl' } } });
    expect(page.member().history.length).toBe(25);
  });

  it('to open are shown, and trying again opens anew', async () => {
    page.answers.open = () => Promise.reject(new EngineError('data-missing', { code: 'internal', what: 'no net' }));
    page.controller.reset();
    await settled();
    expect(page.state()).toMatchObject({ phase: { kind: 'failed' }, info: null });
    delete page.answers.open;
    page.controller.retryData();
    await settled();
    expect(page.state().phase.kind).toBe('paused');
  });

  it('of an opening that was cancelled are not shown', async () => {
    page.answers.open = () => Promise.reject(new EngineError('cancelled', { code: 'cancelled', work: 'opening' }));
    page.controller.reset();
    delete page.answers.open;
    page.controller.reset();
    await settled();
    expect(page.state().phase.kind).toBe('paused');
  });

  it('that stop nothing are shown while training goes on', () => {
    page.controller.toggle();
    page.tell({ type: 'problem', error: error('internal') });
    expect(page.page()).toMatchObject({ problem: error('internal'), group: { phase: { kind: 'training' } } });
    page.controller.dismissProblem();
    expect(page.page().problem).toBeNull();
  });
});

describe('an engine that is lost', () => {
  const file = new Blob(['state']);

  it('is started anew, and the run goes on from the last state that it gave', async () => {
    page.controller.toggle();
    page.trained(20);
    page.tell({ type: 'snapshot', run: 1, step: 15, checkpoint: file, scalars: NO_ROWS });
    page.tell({ type: 'lost', reason: 'hung', detail: null });
    expect(page.page().lost).toEqual({ reason: 'hung', detail: null });
    page.controller.revive();
    await settled();
    expect(page.restarts()).toBe(1);
    expect(page.page().lost).toBeNull();
    expect(page.payloads('open').at(-1)).toMatchObject({ run: 2, from: file });
    expect(page.payloads('train').at(-1)).toEqual({ runs: [2], until: null });
    expect(page.member().history.length).toBe(15);
    expect(page.state()).toMatchObject({ phase: { kind: 'training' }, step: 15 });
  });

  it('says nothing any more of the run that is open now', async () => {
    let refuse: (reason: unknown) => void = () => expect.unreachable();
    page.answers.train = () =>
      new Promise((_, reject) => {
        refuse = reject;
      });
    page.controller.toggle();
    delete page.answers.train;
    page.tell({ type: 'lost', reason: 'hung', detail: null });
    page.controller.revive();
    await settled();
    refuse(new EngineError('internal', { code: 'internal', what: 'a test' }));
    await settled();
    expect(page.kinds()).toEqual(['training']);
  });

  it('that is found after all goes on as it was', () => {
    page.controller.toggle();
    page.tell({ type: 'lost', reason: 'hung', detail: null });
    page.tell({ type: 'found' });
    expect(page.page().lost).toBeNull();
    expect(page.kinds()).toEqual(['training']);
  });

  it('takes what was put aside with it only as far as it had not given it', async () => {
    page.controller.toggle();
    page.trained(20);
    page.tell({ type: 'snapshot', run: 1, step: 20, checkpoint: file, scalars: NO_ROWS });
    page.controller.setRecipe('gan');
    await settled();
    page.tell({ type: 'lost', reason: 'thrown', detail: 'a test' });
    page.controller.revive();
    await settled();
    page.controller.undo();
    page.controller.bringBack(1);
    await settled();
    expect(page.payloads('bringBack')).toEqual([]);
    expect(page.payloads('open').at(-1)).toMatchObject({ config: { recipe: 'cgan-conv' }, from: file });
    expect(page.state().step).toBe(20);
  });
});
