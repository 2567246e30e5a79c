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
  /** One or two sentences for the person. */
  readonly message: string;
  readonly recoverable: boolean;
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

/** An error with a code and a sentence for the person: the only kind that leaves the engine. */
export class EngineError extends Error {
  readonly code: ErrorCode;
  readonly recoverable: boolean;
  readonly detail: string | null;

  constructor(code: ErrorCode, message: string, { recoverable = false, cause }: Options = {}) {
    super(message, { cause });
    this.name = 'EngineError';
    this.code = code;
    this.recoverable = recoverable;
    this.detail = describe(cause);
  }

  /** The plain form, for `postMessage`. */
  toData(): EngineErrorData {
    return { code: this.code, message: this.message, recoverable: this.recoverable, cause: this.detail };
  }

  static fromData({ code, message, recoverable, cause }: EngineErrorData): EngineError {
    return new EngineError(code, message, { recoverable, cause: cause ?? undefined });
  }

  /** Wraps whatever was thrown; an `EngineError` passes unchanged. */
  static from(thrown: unknown): EngineError {
    if (thrown instanceof EngineError) return thrown;
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    return new EngineError('internal', `Something went wrong in the engine: ${what}`, { cause: thrown });
  }
}
