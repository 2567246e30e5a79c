/** What an exporter is: one file in `formats/` that says what it makes of a run, and makes it. */
import type { DataSetInfo } from '../core/dataSet.ts';
import type { Plan } from '../gan/plan.ts';
import type { Recipe } from '../gan/recipe.ts';
import type { Language } from '../i18n/texts.ts';
import type { Checkpoint } from '../record/checkpoint.ts';
import type { RunLog } from '../record/log.ts';

/** What an export is of, which is also how a list of them is ordered. */
export const SUBJECTS = ['picture', 'log', 'model', 'run'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What is known of a run without reading its record. */
export interface ExportedRun {
  readonly plan: Plan;
  readonly data: DataSetInfo;
  /** The step of the picture that is looked at, among those that are kept; the newest by default. */
  readonly looked?: number;
}

/** For whom it is made. */
export interface Reader {
  /** Its BCP 47 tag, and its texts. */
  readonly languageId: string;
  readonly language: Language;
  /** Of the page, to which settings are added behind a `#`; null where nothing is known of one. */
  readonly address: string | null;
}

/** A run, read. */
export interface ExportSource extends ExportedRun, Checkpoint, Reader {
  readonly recipe: Recipe;
  /** That the checkpoint is of. */
  readonly step: number;
  readonly log: RunLog;
}

/** What there is to say before anything is made; the page reads this alone. */
export interface About {
  /** Its name in texts, links and on the command line. */
  readonly id: string;
  readonly subject: Subject;
  /** Comes behind the run's name: `-G.onnx`. */
  readonly suffix: string;
  /** The MIME type. */
  readonly type: string;
  /** Of the picture that is looked at alone; its file is named by that step. */
  readonly ofMoment?: true;
  /** Whether there is such a thing of this run. */
  suits(run: ExportedRun): boolean;
}

/**
 * The file's content.
 *
 * @throws EngineError where the run has nothing of the kind to show
 */
export type Make = (source: ExportSource) => Promise<Uint8Array<ArrayBuffer> | string>;
