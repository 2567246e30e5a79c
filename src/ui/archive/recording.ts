/** A run on the page becomes a record, and a record a run on the page. */
import { isBrought } from '../../core/dataSet.ts';
import { badConfig } from '../../core/errors.ts';
import { checkParam, defaultsOf } from '../../core/params.ts';
import { SCALARS, type ScalarRows } from '../../core/scalars.ts';
import { recipes } from '../../gan/recipes/index.ts';
import type { RunLog } from '../../record/log.ts';
import { type RecordFile, readRecord, withLog } from '../../record/record.ts';
import { createMember, type Member } from '../state/member.ts';
import { dataOf, type RunSettings, specsOf } from '../state/settings.ts';

/** What a run has shown until this step. */
function logOf({ history, scores, timeline }: Member, last: number): RunLog {
  const steps = history.steps();
  const end = steps.findLastIndex((step) => step <= last) + 1;
  return {
    steps: steps.slice(0, end),
    columns: new Map(SCALARS.map((name) => [name, history.column(name).slice(0, end)])),
    scores: scores
      .all()
      .filter(({ step }) => step <= last)
      .map(({ step, samples, milliseconds, scores: each }) => ({ step, samples, milliseconds, scores: each })),
    events: timeline.events().filter(({ step }) => step <= last),
    frames: timeline.frames().filter(({ step }) => step <= last),
  };
}

/** A run as a record, as of its last checkpoint; null before there is one. */
export async function recordOf(member: Member): Promise<{ readonly step: number; readonly file: Blob } | null> {
  const { checkpoint } = member;
  if (!checkpoint) return null;
  return { step: checkpoint.step, file: await withLog(checkpoint.file, logOf(member, checkpoint.step)) };
}

/** @throws EngineError `bad-config` where the record is of a system or data that are not here. */
function settingsOf({ config }: RecordFile, brought: string | null): RunSettings {
  const { recipe, seed, generator = '', discriminator = '' } = config;
  const ids = recipes.map(({ id }) => id);
  if (!ids.includes(recipe)) throw badConfig({ code: 'recipe.unknown', id: recipe, known: ids });
  const sets = dataOf([recipe]);
  const data = isBrought(config.data) ? brought : config.data;
  if (data === null) throw badConfig({ code: 'data.brought' });
  if (!isBrought(data) && !sets.includes(data)) throw badConfig({ code: 'data.unknown', id: data, known: sets });
  const specs = specsOf({ recipe, data });
  // What an earlier version did not know has its default.
  const params = { ...defaultsOf(specs), ...config.params };
  for (const [name, value] of Object.entries(params)) {
    const spec = specs[name];
    if (!spec) throw badConfig({ code: 'param.unknown', recipe, name, known: Object.keys(specs) });
    const checked = checkParam(name, spec, value);
    if (!checked.ok) throw badConfig(checked.why);
  }
  return { recipe, data, seed, backend: 'auto', params, generator, discriminator };
}

/** What a log has measured, as it would come from the engine. */
export function rowsOf({ steps, columns }: Pick<RunLog, 'steps' | 'columns'>): ScalarRows {
  const values = new Float32Array(steps.length * SCALARS.length).fill(Number.NaN);
  for (const [at, name] of SCALARS.entries()) {
    const column = columns.get(name);
    if (column) for (const [row, value] of column.entries()) values[row * SCALARS.length + at] = value;
  }
  return { steps: Float64Array.from(steps), values };
}

/**
 * A run as a record has it, to be opened from there.
 *
 * @param brought the id that the images of its run have in this visit, if they were brought
 * @throws EngineError that says what is wrong with the file
 */
export async function memberFrom(file: Blob, brought: string | null = null): Promise<Member> {
  const record = await readRecord(file);
  const { log, step } = record;
  const view = log.frames.at(-1) ?? null;
  const member = createMember(settingsOf(record, brought), view?.kind === 'images' ? view.classes : 'all');
  member.history.append(rowsOf(log));
  for (const one of log.scores) member.scores.append({ ...one, type: 'scores', run: 0, means: null });
  member.timeline.restore(log);
  member.checkpoint = { step, file };
  member.store.setState({ step, grid: view });
  return member;
}
