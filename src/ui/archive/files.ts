/** Files that are dropped or chosen to be gone on with, to begin from, or to be looked at beside the run. */
import type { BroughtFile } from '../../core/dataSet.ts';
import { badConfig, EngineError } from '../../core/errors.ts';
import { kindOf } from '../../record/kind.ts';
import { readRecord } from '../../record/record.ts';
import { readTable } from '../../record/table.ts';
import { showGhost } from '../charts/ghost.ts';
import type { Controller } from '../state/controller.ts';
import { memberFrom, rowsOf } from './recording.ts';

export interface FileActions {
  /**
   * Opens a record as a run, begins a run from weights, or shows a log beside the run. What is wrong is said.
   *
   * @returns whether it is one of these; nothing is done if not
   */
  openFile(files: readonly BroughtFile[]): Promise<boolean>;
  /** Shows the curves of a record or a log beside those of the run. */
  showBeside(files: readonly BroughtFile[]): Promise<boolean>;
  /** It is none of these. */
  refuseFile(files: readonly BroughtFile[]): void;
}

/** @param reading is told the name of the file that is being read, and null when it is done */
export function createFileActions(
  controller: Pick<Controller, 'openKept' | 'beginFrom' | 'page'>,
  reading: (name: string | null) => void,
): FileActions {
  const fail = (thrown: unknown): void => controller.page.setState({ problem: EngineError.from(thrown).toData() });

  async function open(kind: 'record' | 'weights' | 'log', file: Blob, name: string): Promise<void> {
    switch (kind) {
      case 'record':
        controller.openKept([await memberFrom(file)]);
        return;
      case 'weights':
        await controller.beginFrom(file);
        return;
      case 'log':
        showGhost(name, rowsOf(readTable(await file.text())));
        return;
      default:
        kind satisfies never;
    }
  }

  /** Does something with the one file, if it is of a kind that is meant. */
  async function take(
    files: readonly BroughtFile[],
    act: (kind: Awaited<ReturnType<typeof kindOf>>, file: Blob, name: string) => Promise<void> | null,
  ): Promise<boolean> {
    const [first, second] = files;
    // Where files come from a browser, each is one of its own.
    if (!first || second || !(first.blob instanceof Blob)) return false;
    const { path: name, blob } = first;
    try {
      const acting = act(await kindOf(blob), blob, name);
      if (!acting) return false;
      reading(name);
      await acting;
    } catch (thrown) {
      fail(thrown);
    } finally {
      reading(null);
    }
    return true;
  }

  return {
    openFile: (files) => take(files, (kind, file, name) => (kind === 'other' ? null : open(kind, file, name))),
    showBeside: (files) =>
      take(files, (kind, file, name) => {
        if (kind === 'log') return open(kind, file, name);
        if (kind !== 'record') return null;
        return readRecord(file).then(({ log }) => showGhost(name, rowsOf(log)));
      }),
    refuseFile: ([first]) => fail(badConfig({ code: 'run.otherFile', name: first?.path.split('/').at(-1) ?? '' })),
  };
}
