/** From the runs on the screen to a file on the person's machine. */

import type { DataSetInfo } from '../../core/dataSet.ts';
import { badConfig, EngineError, type EngineErrorData } from '../../core/errors.ts';
import { findDataSet } from '../../data/sets/index.ts';
import type { About, ExportedRun } from '../../exports/exporter.ts';
import { languageNow, type Parts } from '../../i18n/index.ts';
import { makeInWorker } from '../../worker/exporting/client.ts';
import { recordOf } from '../archive/recording.ts';
import { download } from '../download.ts';
import type { Controller } from '../state/controller.ts';
import { type Member, stateOf } from '../state/member.ts';
import { planOf } from '../state/plan.ts';
import type { RunSettings } from '../state/settings.ts';

interface KindText {
  readonly label: string;
  readonly hint: string;
}

/** Exports are found by their files, so the compiler cannot check their texts; a test does. */
export function kindText({ kind }: Parts['exports'], id: string): KindText {
  const found = (kind as Readonly<Record<string, KindText>>)[id];
  if (!found) throw new Error(`The export “${id}” has no texts.`);
  return found;
}

/** @param brought the sets of this visit, beside those that come with the page */
export function exportedRun(settings: RunSettings, brought: readonly DataSetInfo[]): ExportedRun {
  const data = brought.find(({ id }) => id === settings.data) ?? findDataSet(settings.data);
  if (!data) throw badConfig({ code: 'data.gone' });
  return { plan: planOf(settings), data };
}

/** @param looked the step of the picture that is seen, where that is an earlier one */
async function requestOf(controller: Controller, member: Member, { ofMoment }: About, looked: number | undefined) {
  await controller.freshen(member);
  const record = await recordOf(member);
  if (!record) throw new EngineError('internal', { code: 'run.noSnapshot' });
  const { opened } = stateOf(member);
  const name = `${opened.recipe}-${opened.data}-step-${ofMoment ? (looked ?? record.step) : record.step}`.replaceAll(
    /[^\w-]+/g,
    '-',
  );
  return {
    ...exportedRun(opened, controller.page.getState().bring.sets),
    ...(looked !== undefined && { looked }),
    name,
    record: record.file,
  };
}

/** Without what stands behind its `#`. */
const pageAddress = (): string => window.location.href.replace(/#.*/s, '');

export type Outcome =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'failed'; readonly error: EngineErrorData };

/** Makes an export of every run, each as of its present step, and saves it; of several as one archive. */
export async function saveExport(
  controller: Controller,
  members: readonly Member[],
  about: About,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const { id, suffix } = about;
    const { looking } = controller.page.getState();
    const runs = await Promise.all(
      members.map((member, i) => requestOf(controller, member, about, looking?.pictures[i]?.step)),
    );
    const { file, zipped } = await makeInWorker(
      { id, runs, languageId: languageNow(), address: pageAddress() },
      signal,
    );
    const name = zipped ? `comparison-${id}.zip` : `${runs[0]?.name}${suffix}`;
    download(file, name);
    return { kind: 'saved', name };
  } catch (thrown) {
    return { kind: 'failed', error: EngineError.from(thrown).toData() };
  }
}
