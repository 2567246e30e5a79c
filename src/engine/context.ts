/** What the answers to requests share: the runs, and what serves all of them. */
import { EngineError } from '../core/errors.ts';
import type { EngineEvent, Group, RequestName, Requests, RunId } from '../protocol/index.ts';
import type { BackendPool } from './backends/pool.ts';
import type { Aside } from './keep/aside.ts';
import type { Shelf } from './measure/evaluator/shelf.ts';
import type { Loop } from './run/loop.ts';
import type { Run } from './run/run.ts';
import type { Together } from './run/together.ts';
import type { Imports } from './sets/imports.ts';
import type { Library } from './sets/library.ts';

export interface Context {
  readonly runs: Map<RunId, Run>;
  readonly together: Together;
  readonly loop: Loop;
  readonly aside: Aside;
  readonly backends: BackendPool;
  readonly library: Library;
  readonly imports: Imports;
  readonly shelf: Shelf;
  emit(event: EngineEvent): void;
}

/** How each request is answered. */
export type Handlers = {
  readonly [Name in RequestName]: (payload: Requests[Name][0], signal: AbortSignal) => Promise<Requests[Name][1]>;
};

export const NOTHING: Record<string, never> = {};

/** @throws EngineError `unknown-run` for one that is not open. */
export function anyRun({ runs }: Context, id: RunId): Run {
  const run = runs.get(id);
  if (!run) throw new EngineError('unknown-run', { code: 'run.unknown', run: id });
  return run;
}

/** @throws EngineError `unknown-run` for one that is not open, or was put aside. */
export function findRun(context: Context, id: RunId): Run {
  if (context.aside.has(id)) throw new EngineError('unknown-run', { code: 'run.aside', run: id });
  return anyRun(context, id);
}

/** All of a group. @throws EngineError `unknown-run` for one that is not open, or was put aside. */
export const findRuns = (context: Context, { runs }: Group): readonly Run[] => runs.map((id) => findRun(context, id));
