/** What is chosen, and what is told, where backends do not start. */
import { afterEach, describe, expect, it } from 'vitest';
import type { BackendId } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import type { BackendProblems } from '../../core/problems/backend.ts';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';
import type { StartedBackend } from './backend.ts';
import { backendStarters } from './index.ts';

const fails =
  (code: keyof BackendProblems, params: object = {}) =>
  () =>
    Promise.reject<StartedBackend>(new EngineError('backend-unavailable', { code, ...params } as never));

const SILENT = { code: 'backend.adapterSilent', seconds: 5 };
const starters = {
  webgpu: fails('backend.adapterSilent', { seconds: 5 }),
  webgl: fails('backend.noWebGl'),
  cpu: backendStarters.cpu,
};

let engine: PlaygroundEngine;
afterEach(() => engine.close());

/** Opens a run on points, which need no files, as many times as wanted; what is told of its backend each time. */
async function opened(simd: () => Promise<StartedBackend>, times = 1) {
  engine = createEngine({ dataBase: 'http://nowhere/', starters: { ...starters, simd } });
  const told = [];
  for (let run = 1; run <= times; run++) {
    const { info } = await openSession(engine, { run, recipe: 'gan', data: 'ring', backend: 'auto' });
    told.push(info.backend);
  }
  return told;
}

const noteOf = (id: BackendId, { candidates }: Awaited<ReturnType<typeof opened>>[number]) =>
  candidates.find((candidate) => candidate.id === id)?.note;

describe('where backends do not start', () => {
  it('an adapter that does not answer is among the candidates, with its note', async () => {
    const [backend] = await opened(backendStarters.simd);
    expect(backend?.id).toBe('simd');
    expect(noteOf('webgpu', backend as never)).toEqual({ code: 'note.failed', why: SILENT });
  });

  it('plain JavaScript is taken last, and is told to be slow and why', async () => {
    const [backend] = await opened(fails('backend.kernelsMissing'));
    expect(backend).toMatchObject({
      id: 'cpu',
      falls: [{ code: 'fall.javaScript', why: { code: 'backend.kernelsMissing' } }],
    });
  });

  it('kernels that did not come are tried again when the next run opens', async () => {
    let tries = 0;
    const simd = () => (++tries === 1 ? fails('backend.kernelsMissing')() : backendStarters.simd());
    const [first, second] = await opened(simd, 2);
    expect([first?.id, second?.id]).toEqual(['cpu', 'simd']);
    expect(second?.falls).toEqual([]);
  });
});
