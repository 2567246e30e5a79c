/** What is left is put aside, and comes back as it was; several runs are steered as one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { EngineError } from '../../core/errors.ts';
import { MOST_ASIDE } from './aside.ts';
import { formatHash, parseHash } from './hash.ts';
import { settingsOf } from './link.ts';
import { frame, NO_ROWS, openPage, settled, type TestPage } from './testing/page.ts';

let page: TestPage;

describe('a run that is left', () => {
  beforeEach(async () => {
    page = await openPage('');
    page.controller.toggle();
    page.trained(12);
  });

  it.each([
    ['another system', () => page.controller.setRecipe('gan')],
    ['another seed', () => page.controller.setShared({ seed: 7 })],
    ['another backend', () => page.controller.setShared({ backend: 'cpu' })],
    ['Reset', () => page.controller.reset()],
    ['a comparison', () => page.controller.compare(['gan', 'dragan'])],
    ['a link', () => page.controller.applyLink(parseHash('#recipe=cgan'))],
  ])('by %s is put aside with all that is known of it, and undone', async (_, leave) => {
    const { history } = page.member();
    const { opened } = page.state();
    page.answers.putAside = async () => ({ steps: [13] });
    leave();
    await settled();
    expect(page.payloads('close')).toEqual([]);
    expect(page.payloads('putAside')).toEqual([{ runs: [1] }]);
    expect(page.page().toast).toMatchObject({ kind: 'aside', recipes: ['cgan-conv'], step: 13 });
    expect(page.payloads('open').length).toBeGreaterThan(1);
    page.controller.undo();
    await settled();
    expect(page.payloads('bringBack')).toEqual([{ runs: [1] }]);
    // It may send what it has kept for itself.
    expect(page.payloads('credit').at(-1)).toEqual({ run: 1 });
    expect(page.member().history).toBe(history);
    expect(page.state()).toMatchObject({ opened, step: 13, phase: { kind: 'paused' } });
    // What came in its place had not begun.
    expect(page.page().aside).toEqual([]);
  });

  it('still shows the steps that it took until it was paused', async () => {
    page.controller.setRecipe('gan');
    page.tell(frame(1, 13));
    page.paint();
    expect(page.page().aside[0]?.members[0]?.history.length).toBe(13);
  });

  it('comes back when the same is chosen again, but not after Reset', async () => {
    const member = page.member();
    page.controller.setRecipe('gan');
    await settled();
    page.controller.setRecipe('cgan-conv');
    await settled();
    expect(page.member()).toBe(member);
    page.controller.reset();
    await settled();
    expect(page.member()).not.toBe(member);
    expect(page.page().aside.map(({ members }) => members[0])).toEqual([member]);
  });

  it('can be discarded, and the oldest of many is let go with a word', async () => {
    page.controller.reset();
    await settled();
    page.controller.discard(page.page().aside[0]?.id ?? 0);
    expect(page.payloads('close')).toEqual([{ run: 1 }]);
    for (let seed = 1; seed <= MOST_ASIDE + 1; seed++) {
      page.trained(1);
      page.controller.setShared({ seed });
      await settled();
    }
    expect(page.page().aside).toHaveLength(MOST_ASIDE);
    expect(page.page().toast).toMatchObject({ kind: 'forgotten', step: 1 });
  });

  it('is not forgotten to make room for what is left for its sake', async () => {
    const oldest = page.member();
    for (let seed = 1; seed <= MOST_ASIDE; seed++) {
      page.controller.setShared({ seed });
      await settled();
      page.trained(1);
    }
    expect(page.page().aside.at(-1)?.members[0]).toBe(oldest);
    page.controller.bringBack(page.page().aside.at(-1)?.id ?? 0);
    await settled();
    expect(page.member()).toBe(oldest);
    expect(page.state()).toMatchObject({ phase: { kind: 'paused' }, step: 12 });
  });

  it('for which the engine has no room goes on from its last checkpoint, or is let go with a word', async () => {
    const checkpoint = new Blob(['state']);
    page.controller.setRecipe('gan');
    await settled();
    page.tell({ type: 'kept', run: 1, form: 'whole', bytes: 1000 });
    expect(page.page().aside[0]?.kept.get(1)).toEqual({ form: 'whole', bytes: 1000 });
    page.tell({ type: 'snapshot', run: 1, step: 12, checkpoint, scalars: NO_ROWS });
    page.tell({ type: 'kept', run: 1, form: 'gone', bytes: 0 });
    page.controller.bringBack(page.page().aside[0]?.id ?? 0);
    await settled();
    expect(page.payloads('open').at(-1)).toMatchObject({ config: { recipe: 'cgan-conv' }, from: checkpoint });

    page.trained(3);
    page.controller.setShared({ seed: 2 });
    await settled();
    page.trained(3);
    const { run } = page.member();
    page.controller.setShared({ seed: 3 });
    await settled();
    page.tell({ type: 'kept', run, form: 'gone', bytes: 0 });
    expect(page.page().toast?.kind).toBe('forgotten');
    expect(page.page().aside).toHaveLength(1);
  });

  it('takes live changes when it is there again, not before', async () => {
    page.controller.setRecipe('gan');
    await settled();
    let there: (answer: object) => void = () => undefined;
    page.answers.bringBack = () =>
      new Promise((resolve) => {
        there = resolve;
      });
    page.controller.undo();
    page.controller.setParams({ lrG: 0.005 });
    await settled();
    expect(page.payloads('setParams')).toEqual([]);
    there({ steps: [12] });
    await settled();
    expect(page.payloads('setParams')).toEqual([{ run: 1, params: { lrG: 0.005 } }]);
  });

  it('that had failed is as it was when it comes back', async () => {
    const error = new EngineError('non-finite', { code: 'internal', what: 'a test' }).toData();
    page.tell({ type: 'stopped', run: 1, step: 12, error });
    page.controller.setRecipe('gan');
    await settled();
    page.controller.undo();
    await settled();
    expect(page.state().phase).toEqual({ kind: 'failed', error });
  });
});

describe('settings', () => {
  it('stay with their system and data', async () => {
    page = await openPage('#recipe=gan&lambda=3&penalty=dragan');
    page.controller.setRecipe('lsgan');
    await settled();
    expect(page.state().wanted.params).toMatchObject({ penalty: 'none', lambda: 10 });
    page.controller.setRecipe('gan');
    await settled();
    expect(page.state().wanted.params).toMatchObject({ penalty: 'dragan', lambda: 3 });
  });

  it('width, batch and seed go along', async () => {
    page = await openPage('#width=0.25&batch=16&seed=7');
    page.controller.setRecipe('gan');
    await settled();
    expect(page.state().wanted).toMatchObject({ seed: 7, params: { width: 0.25, batch: 16 } });
    page.controller.chooseData('ring');
    await settled();
    expect(page.state().wanted).toMatchObject({ data: 'ring', seed: 7, params: { width: 0.25, batch: 16 } });
  });

  it('a batch that nobody has changed is that of the data', async () => {
    page = await openPage('#recipe=gan');
    const onImages = page.state().wanted.params.batch;
    page.controller.chooseData('ring');
    await settled();
    expect(page.state().wanted.params.batch).not.toBe(onImages);
    page.controller.chooseData('mnist');
    await settled();
    expect(page.state().wanted.params.batch).toBe(onImages);
  });
});

describe('several runs', () => {
  beforeEach(async () => {
    page = await openPage('#compare=gan,wgan-gp,dragan&data=swiss-roll&seed=5&width=0.1');
  });

  it('open with the same data, seed and settings, and their own defaults, on one backend', () => {
    const opened = page.payloads('open');
    expect(opened.map(({ config }) => config.recipe)).toEqual(['gan', 'wgan-gp', 'dragan']);
    expect(opened.map(({ backend }) => backend)).toEqual(['auto', 'simd', 'simd']);
    for (const { config } of opened)
      expect(config).toMatchObject({ data: 'swiss-roll', seed: 5, params: { width: 0.1 } });
    expect(opened.map(({ config }) => config.params.penalty)).toEqual(['none', 'wganGp', 'dragan']);
    expect(page.page().group).toMatchObject({ phase: { kind: 'paused' }, step: 0 });
  });

  it('may be of one system with different settings, and the link has them', async () => {
    page = await openPage('#compare=gan,gan&data=ring&2.lrD=0.02&lrG=0.003&1.d=dense1');
    const opened = page
      .payloads('open')
      .map(({ config }) => [config.params.lrD, config.params.lrG, config.discriminator]);
    expect(opened).toEqual([
      [expect.any(Number), 0.003, 'dense1'],
      [0.02, 0.003, ''],
    ]);
    const settings = settingsOf(page.page());
    expect(parseHash(formatHash(settings))).toMatchObject({ settings, problems: [] });
    page.controller.setParams({ lrD: 0.007 }, [page.member(1)]);
    await settled();
    expect(page.state(0).wanted.params.lrD).not.toBe(0.007);
    expect(page.state(1).wanted.params.lrD).toBe(0.007);
  });

  it('are trained, paused and stepped by one request each', async () => {
    page.controller.toggle();
    expect(page.payloads('train')).toEqual([{ runs: [1, 2, 3], until: null }]);
    page.answers.pause = async () => ({ steps: [9, 9, 9] });
    page.controller.toggle();
    await settled();
    expect(page.payloads('pause')).toEqual([{ runs: [1, 2, 3] }]);
    expect(page.page().group).toMatchObject({ phase: { kind: 'paused' }, step: 9 });
    page.controller.step('D');
    await settled();
    expect(page.payloads('step')).toEqual([{ runs: [1, 2, 3], part: 'D' }]);
  });

  it('each take what they have of a change', async () => {
    page.controller.setParams({ lrG: 0.005 });
    await settled();
    expect(page.payloads('setParams').map(({ run }) => run)).toEqual([1, 2, 3]);
    page.controller.view(page.member(2), 3);
    expect(page.payloads('view')).toEqual([{ run: 3, classes: 3 }]);
  });

  it('go on without one that fails, which shows its failure', async () => {
    page.controller.toggle();
    const error = new EngineError('non-finite', { code: 'internal', what: 'a test' }).toData();
    page.tell({ type: 'stopped', run: 2, step: 4, error });
    expect(page.kinds()).toEqual(['training', 'failed', 'training']);
    expect(page.page().group.phase.kind).toBe('training');
    page.controller.toggle();
    await settled();
    expect(page.payloads('pause').at(-1)).toEqual({ runs: [1, 3] });
  });

  it('keep what each measured by itself', () => {
    page.tell(frame(3, 1));
    expect(page.page().members.map(({ history }) => history.length)).toEqual([0, 0, 1]);
    page.paint();
    expect(page.payloads('credit').at(-1)).toEqual({ run: 3 });
  });

  it('are put aside together when they are left, and what was there before comes back', async () => {
    page = await openPage('#recipe=cgan');
    page.trained(4);
    const member = page.member();
    page.controller.compare(['gan', 'dragan'], 'ring');
    await settled();
    expect(page.page().members).toHaveLength(2);
    expect(
      page
        .payloads('open')
        .slice(1)
        .map(({ config }) => [config.recipe, config.data]),
    ).toEqual([
      ['gan', 'ring'],
      ['dragan', 'ring'],
    ]);
    page.trained(2);
    page.controller.compare([]);
    await settled();
    expect(page.member()).toBe(member);
    expect(page.page().aside.map(({ members }) => members.length)).toEqual([2]);
  });

  it('give way to a recipe that is chosen, which stays in the plane', async () => {
    page.controller.setRecipe('lsgan');
    await settled();
    expect(page.payloads('open').at(-1)?.config).toMatchObject({ recipe: 'lsgan', data: 'swiss-roll', seed: 5 });
    expect(page.page().members).toHaveLength(1);
  });
});

it('a class that is chosen while a run is being opened is asked for when it is there', async () => {
  const { controller, member, payloads } = await openPage('#recipe=cgan');
  controller.setShared({ seed: 7 });
  controller.view(member(), 4);
  expect(payloads('view')).toEqual([]);
  await settled();
  expect(payloads('view')).toEqual([{ run: 2, classes: 4 }]);
});
