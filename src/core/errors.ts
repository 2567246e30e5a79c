import { logged, type Problem } from './problems.ts';

/** What kind of error it is: what is offered to the person hangs on it. */
export type ErrorCode =
  | 'bad-config'
  | 'data-missing'
  | 'data-corrupt'
  | 'bad-file'
  | 'backend-unavailable'
  | 'device-lost'
  | 'non-finite'
  | 'cancelled'
  | 'unknown-run'
  | 'worker-lost'
  | 'internal';

/** An error as it crosses the worker: what happened, what to do next, whether the run can go on. */
export interface EngineErrorData {
  readonly code: ErrorCode;
  readonly problem: Problem;
  readonly recoverable: boolean;
  /** For programmers, as it came. */
  readonly cause: string | null;
}

interface Options {
  /** Whether the run can go on after the person acts. */
  readonly recoverable?: boolean;
  readonly cause?: unknown;
}

const describe = (cause: unknown): string | null =>
  cause === undefined || cause === null
    ? null
    : cause instanceof Error
      ? `${cause.name}: ${cause.message}`
      : String(cause);

/**
 * An error of a kind, with what is wrong as a problem: the only one that leaves the engine. Its message is for logs; the
 * sentence for the person is `sentenceOf(problem)` in `i18n/`.
 */
export class EngineError extends Error {
  readonly code: ErrorCode;
  readonly problem: Problem;
  readonly recoverable: boolean;
  readonly detail: string | null;

  constructor(code: ErrorCode, problem: Problem, { recoverable = false, cause }: Options = {}) {
    super(logged(problem), { cause });
    this.name = 'EngineError';
    this.code = code;
    this.problem = problem;
    this.recoverable = recoverable;
    this.detail = describe(cause);
  }

  /** The plain form, for `postMessage`. */
  toData(): EngineErrorData {
    return { code: this.code, problem: this.problem, recoverable: this.recoverable, cause: this.detail };
  }

  static fromData({ code, problem, recoverable, cause }: EngineErrorData): EngineError {
    return new EngineError(code, problem, { recoverable, cause: cause ?? undefined });
  }

  /** Wraps whatever was thrown; an `EngineError` passes unchanged. */
  static from(thrown: unknown): EngineError {
    if (thrown instanceof EngineError) return thrown;
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    return new EngineError('internal', { code: 'internal', what }, { cause: thrown });
  }
}

/** What somebody asks for cannot be had, and why. */
export const badConfig = (problem: Problem): EngineError => new EngineError('bad-config', problem);
