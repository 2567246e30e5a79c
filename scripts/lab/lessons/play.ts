/** A step of a lesson without a page: on the real engine, through the same requests. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createHistory, type History } from '../../../src/core/history.ts';
import type { ParamValues } from '../../../src/core/params.ts';
import { createEngine } from '../../../src/engine/headless.ts';
import { inEnglish } from '../../../src/i18n/problems/explain.ts';
import type { Act, LessonStep } from '../../../src/lessons/lesson.ts';
import { marksNow, type Seen, type SeenRun } from '../../../src/lessons/seen.ts';
import { askedOf, walkOf } from '../../../src/lessons/walk.ts';
import type { Frame } from '../../../src/protocol/index.ts';
import { dataBase, fetchFile } from '../../build/packedData.ts';

/** The file of a trained model, as it lies beside the page. */
const modelOf = (id: string): Blob =>
  new Blob([new Uint8Array(gunzipSync(readFileSync(`public/models/${id}.safetensors.gz`)))]);

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** @param changes parameters in place of the setup's own, of all members */
export async function play(
  step: Pick<LessonStep, 'setup' | 'from'> & { readonly act: Act },
  changes: ParamValues = {},
  seed = step.setup.seed,
): Promise<Seen> {
  const engine = createEngine({ dataBase, fetch: fetchFile });
  const { data, members } = step.setup;
  const seen: Mutable<SeenRun>[] = [];
  let loaded = (): void => undefined;
  const whenLoaded = new Promise<void>((resolve) => (loaded = resolve));
  const waits: ((done: string | null) => void)[] = [];
  const drawn: (() => void)[] = [];
  engine.subscribe((event) => {
    if (event.type === 'data' && event.loaded === event.total) loaded();
    if (!('run' in event)) return;
    const run = event.run - 1;
    if (event.type === 'frame') take(run, event);
    if (event.type === 'scores') {
      const one = seen[run] as Mutable<SeenRun>;
      one.scores = [...one.scores, event];
    }
    if (event.type === 'stopped') waits[run]?.(event.error ? inEnglish(event.error.problem) : null);
  });
  const take = (run: number, frame: Frame): void => {
    const one = seen[run] as Mutable<SeenRun>;
    (one.history as History).append(frame.scalars);
    one.step = frame.step;
    if (frame.grid) one.view = frame.grid;
    void engine.request('credit', { run: run + 1 });
    if (one.view?.step === frame.step) drawn[run]?.();
  };
  const runs = members.map((_, i) => i + 1);
  for (const [i, member] of members.entries()) {
    const { recipe, params, ...networks } = member;
    const own = { ...params, ...changes };
    seen.push({
      recipe,
      data,
      params: own,
      step: 0,
      history: createHistory(),
      scores: [],
      view: null,
      effect: null,
    });
    const config = { recipe, data, seed, params: own, ...networks };
    const from = step.setup.model ? modelOf(step.setup.model) : null;
    await engine.request('open', { run: i + 1, config, backend: 'simd', ...(from && { from }) });
    await engine.request('credit', { run: i + 1 });
  }
  /** When each run has been drawn at this step, and examined there if it is the one to be. */
  const drawnAt = (at: number, marked: boolean): Promise<unknown> =>
    Promise.all(
      runs.map(
        (_, i) =>
          new Promise<void>((resolve) => {
            drawn[i] = () => seen[i]?.view?.step === at && (!marked || marksNow(seen[i]) !== null) && resolve();
          }),
      ),
    );
  const trainTo = async (until: number, marked = false): Promise<void> => {
    const stops = runs.map((_, i) => new Promise<string | null>((resolve) => (waits[i] = resolve)));
    const views = drawnAt(until, marked);
    await engine.request('train', { runs, until });
    const errors = (await Promise.all(stops)).filter((error) => error !== null);
    if (errors.length === 0) await views;
  };
  if (step.from && !step.setup.model) await trainTo(step.from);
  const { act } = step;
  if (act.kind === 'train') {
    if (act.examined) await whenLoaded;
    await trainTo(act.until, act.examined);
    if (act.scored)
      for (const run of runs) {
        await engine.request('setMeasuring', { run, every: null, ...act.scored });
        await engine.request('measure', { run });
      }
  } else if (act.kind === 'walk') {
    for (const [i, one] of seen.entries()) {
      const points = await engine.request('latentPoints', { run: i + 1, of: { kind: 'grid', classes: 'all' } });
      const drawn = await engine.request('draw', { run: i + 1, ...askedOf(points, act.rows) });
      if (drawn.kind === 'images') one.walk = walkOf(drawn.images);
    }
  } else {
    const views = drawnAt((step.from ?? 0) + 1, false);
    const { steps, effects } = await engine.request('step', { runs, part: act.part });
    for (const [i, one] of seen.entries()) Object.assign(one, { step: steps[i], effect: effects[i] });
    await views;
  }
  engine.close();
  return seen;
}
