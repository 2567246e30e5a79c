import { beforeEach, describe, expect, it } from 'vitest';
import type { DataSetInfo } from '../../core/dataSet.ts';
import { EngineError } from '../../core/errors.ts';
import type { PlaygroundEngine, RequestName } from '../../protocol/index.ts';
import { createBringing } from './bringing.ts';
import { parseHash } from './hash.ts';
import { createPageStore } from './store.ts';

const info = (id: string): DataSetInfo => ({
  id,
  name: 'pets',
  kind: 'image',
  height: 28,
  width: 28,
  channels: 1,
  classes: ['cat'],
  trainCount: 100,
  testCount: 0,
});
const TOO_FEW = {
  code: 'fit.batch',
  recipe: 'GAN',
  data: 'pets',
  examples: [28, 28, 1],
  batch: 64,
  count: 3,
} as const;
const AS = { side: 28, channels: 1 } as const;
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** An engine whose answers are given by hand. */
function setUp() {
  const asked: {
    name: RequestName;
    payload: unknown;
    answer(value: unknown): void;
    refuse(error: EngineError): void;
  }[] = [];
  const engine = {
    request: (name: RequestName, payload: unknown, options?: { signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        options?.signal.addEventListener('abort', () =>
          reject(new EngineError('cancelled', { code: 'cancelled', work: 'reading' })),
        );
        asked.push({ name, payload, answer: resolve, refuse: reject });
      }),
  } as unknown as PlaygroundEngine;
  const store = createPageStore();
  const [wanted] = parseHash('').settings.members;
  const chosen: string[] = [];
  const bringing = createBringing(engine, store, { wanted: () => wanted, apply: (id) => chosen.push(id) });
  const last = () => {
    const request = asked.at(-1);
    if (!request) throw new Error('Nothing was asked.');
    return request;
  };
  return { bringing, asked, last, chosen, state: () => store.getState().bring };
}

let page: ReturnType<typeof setUp>;
beforeEach(() => {
  page = setUp();
  page.bringing.bring('pets.zip', [], AS);
});

describe('files', () => {
  it('become a set, which is chosen when the recipe can take it', async () => {
    expect(page.state()).toMatchObject({ open: true, job: { name: 'pets.zip', done: 0, total: 0 } });
    page.bringing.report({ type: 'importing', job: 1, done: 3, total: 9 });
    expect(page.state().job).toMatchObject({ done: 3, total: 9 });
    page.last().answer({ set: info('file:1') });
    await settled();
    expect(page.last()).toMatchObject({ name: 'check', payload: { config: { data: 'file:1' } } });
    expect(page.chosen).toEqual([]);
    page.last().answer({});
    await settled();
    expect(page.chosen).toEqual(['file:1']);
    expect(page.state()).toMatchObject({ open: false, job: null, error: null });
  });

  it('are kept, but not chosen, when the recipe cannot take them', async () => {
    page.last().answer({ set: info('file:1') });
    await settled();
    page.last().refuse(new EngineError('bad-config', TOO_FEW));
    await settled();
    expect(page.chosen).toEqual([]);
    expect(page.state()).toMatchObject({
      open: true,
      job: null,
      sets: [{ id: 'file:1' }],
      error: { problem: TOO_FEW },
    });
  });

  it('that cannot be read are told of, and the next attempt clears it', async () => {
    page.last().refuse(new EngineError('bad-file', { code: 'file.none' }));
    await settled();
    expect(page.state()).toMatchObject({ open: true, job: null, sets: [], error: { code: 'bad-file' } });
    page.bringing.bring('again.zip', [], AS);
    expect(page.state().error).toBeNull();
  });

  it('are no longer read when the person turns away', async () => {
    page.bringing.showBringing(false);
    page.bringing.report({ type: 'importing', job: 1, done: 3, total: 9 });
    await settled();
    expect(page.state()).toEqual({ open: false, job: null, sets: [], error: null });
  });

  it('that were brought later win', async () => {
    const [first] = page.asked;
    page.bringing.bring('second.zip', [], AS);
    first?.answer({ set: info('file:1') });
    page.last().answer({ set: info('file:2') });
    await settled();
    expect(page.last().payload).toMatchObject({ config: { data: 'file:2' } });
  });
});

it('sets that come with the page are chosen without asking', async () => {
  page.bringing.chooseData('mnist');
  await settled();
  expect(page.chosen).toEqual(['mnist']);
});
