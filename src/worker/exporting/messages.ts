/** What page and export worker say to each other. */
import type { EngineErrorData } from '../../core/errors.ts';
import type { ExportedRun } from '../../exports/exporter.ts';
import type { LanguageId } from '../../i18n/languages.ts';

export interface ExportRequest {
  /** Of the export. */
  readonly id: string;
  readonly languageId: LanguageId;
  /** Of the page. */
  readonly address: string;
  /** One, or those of a comparison, which are put into one archive. */
  readonly runs: readonly (ExportedRun & {
    /** Of its file, without the export's own suffix. */
    readonly name: string;
    readonly record: Blob;
  })[];
}

export type ExportAnswer =
  | { readonly kind: 'made'; readonly file: Blob; readonly zipped: boolean }
  | { readonly kind: 'failed'; readonly error: EngineErrorData };
