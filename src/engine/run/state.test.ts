import { describe, expect, it } from 'vitest';
import type { EngineErrorData } from '../../core/errors.ts';
import { moveRun, type RunMove, type RunState } from './state.ts';

const errorOf = (cause: string) => ({ code: 'internal', cause }) as EngineErrorData;

const STATES = {
  paused: { kind: 'paused' },
  running: { kind: 'running', until: 7 },
  failed: { kind: 'failed', error: errorOf('first') },
  closed: { kind: 'closed' },
} as const satisfies Record<RunState['kind'], RunState>;

const MOVES = {
  train: { type: 'train', until: null },
  pause: { type: 'pause' },
  fail: { type: 'fail', error: errorOf('second') },
  resume: { type: 'resume' },
  close: { type: 'close' },
} as const satisfies Record<RunMove['type'], RunMove>;

/** Every transition: where each move leads from each state; `null` where it means nothing. */
const TABLE: Record<RunState['kind'], Record<RunMove['type'], RunState | null>> = {
  paused: {
    train: { kind: 'running', until: null },
    pause: null,
    fail: { kind: 'failed', error: errorOf('second') },
    resume: null,
    close: STATES.closed,
  },
  running: {
    train: { kind: 'running', until: null },
    pause: STATES.paused,
    fail: { kind: 'failed', error: errorOf('second') },
    resume: null,
    close: STATES.closed,
  },
  failed: { train: null, pause: null, fail: null, resume: STATES.paused, close: STATES.closed },
  closed: { train: null, pause: null, fail: null, resume: null, close: null },
};

describe.each(Object.values(STATES))('from $kind', (state) => {
  it.each(Object.values(MOVES))('$type', (move) => {
    const expected = TABLE[state.kind][move.type];
    const next = moveRun(state, move);
    if (expected) expect(next).toEqual(expected);
    else expect(next).toBe(state);
  });
});
