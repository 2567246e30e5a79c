/** What a run is doing: one state at a time, and one function that moves it. */
import type { EngineErrorData } from '../../core/errors.ts';

export type RunState =
  | { readonly kind: 'paused' }
  /** The loop trains it; with `until`, it pauses by itself after that step. */
  | { readonly kind: 'running'; readonly until: number | null }
  /** Stopped by an error, until it is resumed. */
  | { readonly kind: 'failed'; readonly error: EngineErrorData }
  | { readonly kind: 'closed' };

export type RunMove =
  | { readonly type: 'train'; readonly until: number | null }
  /** By a person, or because the step was reached. */
  | { readonly type: 'pause' }
  | { readonly type: 'fail'; readonly error: EngineErrorData }
  /** Back at a good state. */
  | { readonly type: 'resume' }
  | { readonly type: 'close' };

export const PAUSED: RunState = { kind: 'paused' };
const CLOSED: RunState = { kind: 'closed' };

/** The state after a move; the same object where the move means nothing there. A first error stands until it is resumed. */
export function moveRun(state: RunState, move: RunMove): RunState {
  if (state.kind === 'closed') return state;
  switch (move.type) {
    case 'train':
      return state.kind === 'failed' ? state : { kind: 'running', until: move.until };
    case 'pause':
      return state.kind === 'running' ? PAUSED : state;
    case 'fail':
      return state.kind === 'failed' ? state : { kind: 'failed', error: move.error };
    case 'resume':
      return state.kind === 'failed' ? PAUSED : state;
    case 'close':
      return CLOSED;
    default:
      return move satisfies never;
  }
}
