/** The page's side of the export worker: one for each export, so that the page and the training go on beside it. */
import { EngineError } from '../../core/errors.ts';
import type { ExportAnswer, ExportRequest } from './messages.ts';

export type Made = Extract<ExportAnswer, { kind: 'made' }>;

/**
 * Makes an export.
 *
 * @throws EngineError that says why it could not be made, or that it was cancelled
 */
export function makeInWorker(request: ExportRequest, signal: AbortSignal): Promise<Made> {
  const cancelled = new EngineError('cancelled', { code: 'cancelled', work: 'saving' });
  // Cancelled while the engine was still asked for the run's state.
  if (signal.aborted) return Promise.reject(cancelled);
  const worker = new Worker(new URL('./host.ts', import.meta.url), { type: 'module', name: 'export' });
  return new Promise<Made>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(cancelled));
    worker.addEventListener('error', ({ message }) =>
      reject(new EngineError('internal', { code: 'internal', what: message || 'worker/exporting/host.ts' })),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<ExportAnswer>) => {
      if (data.kind === 'made') resolve(data);
      else reject(EngineError.fromData(data.error));
    });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
