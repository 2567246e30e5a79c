/** A shipped model comes to the page, on the real engine; and what is said where it does not come. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stateOf } from '../state/member.ts';
import { openRealPage, type RealPage } from '../state/testing/realPage.ts';
import { fetchModel } from './fetchModel.ts';

vi.setConfig({ testTimeout: 120_000 });

const BASE = 'https://example.org/deep/path/?lang=en#seed=3';
const MODEL = { id: 'cgan-conv', name: 'Conv CGAN' };
let packed: Uint8Array<ArrayBuffer>;
let asked: string[];
let answer: () => Promise<Response>;

beforeEach(async () => {
  packed = new Uint8Array(await readFile('public/models/cgan-conv.safetensors.gz'));
  asked = [];
  answer = async () => new Response(packed);
  vi.stubGlobal('document', { baseURI: BASE });
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const fetched = (signal = new AbortController().signal, onProgress: (bytes: number) => void = () => undefined) =>
  fetchModel(MODEL, BASE, { signal, onProgress });

it('is a run with its picture, its curves and its way, and says how much has come', async () => {
  const progress: number[] = [];
  const member = await fetched(undefined, (bytes) => progress.push(bytes));
  expect(asked).toEqual(['https://example.org/deep/path/models/cgan-conv.safetensors.gz']);
  expect(progress.at(-1)).toBe(packed.length);
  const { step, grid, opened } = stateOf(member);
  expect(opened.recipe).toBe('cgan-conv');
  expect(step).toBeGreaterThan(100);
  expect(grid?.step).toBe(step);
  expect(member.timeline.frames().length).toBeGreaterThan(2);
  expect(member.history.steps().at(-1)).toBe(step);
});

it('is the same where the server has unpacked it on the way', async () => {
  const before = stateOf(await fetched());
  answer = async () => new Response(new Uint8Array(gunzipSync(packed)));
  expect(stateOf(await fetched()).grid).toEqual(before.grid);
});

it.each([
  ['the server has none', async () => new Response(null, { status: 404 }), 'model.missing', 'fetch.status'],
  ['the network fails', () => Promise.reject(new TypeError('Failed to fetch')), 'model.missing', 'fetch.network'],
  ['half of it comes', async () => new Response(packed.slice(0, packed.length / 2)), 'model.damaged', undefined],
  ['something else comes', async () => new Response('<!doctype html>'), 'model.damaged', undefined],
  ['zeros without end come', async () => new Response(endless()), 'model.damaged', undefined],
] as const)('where %s, that is said', async (_, come, code, why) => {
  answer = come;
  await expect(fetched()).rejects.toMatchObject({
    problem: { code, name: 'Conv CGAN', ...(why && { why: { code: why } }) },
  });
});

function endless(): ReadableStream<Uint8Array> {
  const zeros = new Uint8Array(2 ** 20);
  return new ReadableStream({ pull: (controller) => controller.enqueue(zeros) });
}

it('is not waited for by who no longer wants it', async () => {
  const controller = new AbortController();
  answer = () => {
    controller.abort();
    return Promise.reject(new DOMException('aborted', 'AbortError'));
  };
  await expect(fetched(controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
});

let real: RealPage | undefined;
afterEach(() => {
  real?.close();
  real = undefined;
});

it('takes the place of what is on the screen, and goes on training from its step', async () => {
  const page = await openRealPage('recipe=gan&data=ring&width=0.02&batch=2&backend=simd');
  real = page;
  const opening = page.controller.openModel('cgan-conv');
  await page.until(({ fetching }) => fetching !== null, 'it is being fetched');
  expect(await opening).toBe(true);
  expect(page.page().fetching).toBeNull();
  await page.rest();
  const { step } = stateOf(page.member());
  page.controller.step('both');
  await page.until(({ group }) => group.phase.kind === 'paused' && group.step === step + 1, 'a step has been taken');
  const { group, problem } = page.page();
  expect(problem).toBeNull();
  expect(group.phase.kind).toBe('paused');
});

it('leaves all as it is where it does not come, with the reason', async () => {
  const page = await openRealPage('recipe=gan&data=ring&width=0.02&batch=2&backend=simd');
  real = page;
  answer = async () => new Response(null, { status: 404 });
  const [before] = page.page().members;
  expect(await page.controller.openModel('cgan-conv')).toBe(false);
  expect(page.page().members[0]).toBe(before);
  expect(page.page().problem?.problem).toEqual({
    code: 'model.missing',
    name: 'Conv CGAN',
    why: { code: 'fetch.status', status: 404 },
  });
});

it.each([
  ['the model', true],
  ['the system as it comes, where there is no model,', false],
])('on a page with nothing on it %s is opened', async (_, there) => {
  // What is open otherwise belongs to another page.
  const { createPageStore } = await import('../state/store.ts');
  const { createController } = await import('../state/controller.ts');
  const { createEngine } = await import('../../engine/engine.ts');
  const { dataBase, fetchFile } = await import('../../../scripts/build/packedData.ts');
  const engine = createEngine({ dataBase, fetch: fetchFile });
  const controller = createController({
    engine: { ...engine, restart: () => undefined },
    page: createPageStore(),
    requestFrame: (callback) => setImmediate(callback),
  });
  if (!there) answer = async () => new Response(null, { status: 404 });
  const opening = controller.openModel('cgan-conv');
  const state = () => stateOf(controller.page.getState().members[0] as never);
  expect(state().opened.recipe).toBe('cgan-conv');
  expect(state().phase.kind).toBe('opening');
  // Pressed while it is on its way.
  controller.toggle();
  expect(await opening).toBe(there);
  await vi.waitFor(() => expect(state().phase.kind).toBe('training'), { timeout: 60_000 });
  expect(state().step > 100).toBe(there);
  engine.close();
});
