import type { EngineEvent } from './events.ts';
import type { RequestName, Requests } from './requests.ts';

/** The part of `AbortSignal` that cancelling needs; this file knows neither the page nor the worker. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface RequestOptions {
  readonly signal?: CancelSignal;
}

export interface PlaygroundEngine {
  /** Rejects with an `EngineError` (core/errors.ts). */
  request<Name extends RequestName>(
    name: Name,
    payload: Requests[Name][0],
    options?: RequestOptions,
  ): Promise<Requests[Name][1]>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  close(): void;
}
