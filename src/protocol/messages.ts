/** What crosses the worker's boundary. */
import type { EngineErrorData } from '../core/errors.ts';
import type { EngineEvent } from './events.ts';
import type { SignOfLife } from './life.ts';
import type { RequestName, Requests } from './requests.ts';

/** Page -> worker. */
export type ToWorker =
  /** The first message: the address of the page, beside which the data lie. */
  | { readonly kind: 'start'; readonly page: string }
  | {
      [Name in RequestName]: {
        readonly kind: 'request';
        readonly id: number;
        readonly name: Name;
        readonly payload: Requests[Name][0];
      };
    }[RequestName]
  | { readonly kind: 'cancel'; readonly id: number };

/** Worker -> page. */
export type FromWorker =
  | { readonly kind: 'response'; readonly id: number; readonly payload: Requests[RequestName][1] }
  | { readonly kind: 'failure'; readonly id: number; readonly error: EngineErrorData }
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | SignOfLife;
