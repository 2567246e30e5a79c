/** What a run on the page is doing: one phase at a time, and one function that moves it. */
import type { OpeningDetail } from '../../core/backends.ts';
import type { EngineErrorData } from '../../core/errors.ts';
import type { OpenStage } from '../../protocol/index.ts';

export type Phase =
  /** `train`: it will be trained as soon as it is open. */
  | { readonly kind: 'opening'; readonly stage: Stage | null; readonly train: boolean }
  | { readonly kind: 'paused' }
  | { readonly kind: 'training'; readonly until: number | null }
  /** These two last until the step in flight is done. */
  | { readonly kind: 'pausing' }
  | { readonly kind: 'stepping' }
  /** It cannot go on, or could not be opened, until the person acts. */
  | { readonly kind: 'failed'; readonly error: EngineErrorData }
  | { readonly kind: 'closed' };

export interface Stage {
  readonly stage: OpenStage;
  readonly detail: OpeningDetail;
}

export type PhaseMove =
  /** It is opened, brought back or resumed. */
  | { readonly type: 'open'; readonly train: boolean }
  | { readonly type: 'stage'; readonly stage: Stage }
  | { readonly type: 'wantTraining'; readonly train: boolean }
  | { readonly type: 'train'; readonly until: number | null }
  | { readonly type: 'pause' }
  | { readonly type: 'step' }
  /** It rests: it has been opened, paused or stepped, or has reached its end. */
  | { readonly type: 'rest' }
  | { readonly type: 'fail'; readonly error: EngineErrorData }
  | { readonly type: 'close' };

export const OPENING: Phase = { kind: 'opening', stage: null, train: false };
const PAUSED: Phase = { kind: 'paused' };
const CLOSED: Phase = { kind: 'closed' };

/** The phase after a move; the same object where the move means nothing there. A first error stands. */
export function movePhase(phase: Phase, move: PhaseMove): Phase {
  if (phase.kind === 'closed') return phase;
  switch (move.type) {
    case 'open':
      return { kind: 'opening', stage: null, train: move.train };
    case 'stage':
      return phase.kind === 'opening' ? { ...phase, stage: move.stage } : phase;
    case 'wantTraining':
      return phase.kind === 'opening' ? { ...phase, train: move.train } : phase;
    case 'train':
      // Also while it trains: where it is to stop may have changed.
      return phase.kind === 'paused' || phase.kind === 'training' ? { kind: 'training', until: move.until } : phase;
    case 'pause':
      return phase.kind === 'training' ? { kind: 'pausing' } : phase;
    case 'step':
      return phase.kind === 'paused' ? { kind: 'stepping' } : phase;
    case 'rest':
      return phase.kind === 'failed' ? phase : PAUSED;
    case 'fail':
      return phase.kind === 'failed' ? phase : { kind: 'failed', error: move.error };
    case 'close':
      return CLOSED;
    default:
      return move satisfies never;
  }
}

export const isTraining = ({ kind }: Phase): boolean => kind === 'training' || kind === 'pausing';

/** What several are doing together is what the first of these kinds says that one of them does. */
const ORDER: readonly Phase['kind'][] = ['opening', 'pausing', 'stepping', 'training', 'paused', 'failed', 'closed'];

export function phaseOf(phases: readonly Phase[]): Phase {
  for (const kind of ORDER) {
    const found = phases.find((phase) => phase.kind === kind);
    if (found) return found;
  }
  return CLOSED;
}
