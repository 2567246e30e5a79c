import { describe, expect, it } from 'vitest';
import type { EngineErrorData } from '../../core/errors.ts';
import { movePhase, type Phase, type PhaseMove, phaseOf } from './phase.ts';

const errorOf = (cause: string) => ({ code: 'internal', cause }) as EngineErrorData;
const stage = { stage: 'data', detail: { code: 'opening.named', name: 'MNIST' } } as const;

const PHASES = {
  opening: { kind: 'opening', stage: null, train: false },
  paused: { kind: 'paused' },
  training: { kind: 'training', until: 7 },
  pausing: { kind: 'pausing' },
  stepping: { kind: 'stepping' },
  failed: { kind: 'failed', error: errorOf('first') },
  closed: { kind: 'closed' },
} as const satisfies Record<Phase['kind'], Phase>;

const MOVES = {
  open: { type: 'open', train: true },
  stage: { type: 'stage', stage },
  wantTraining: { type: 'wantTraining', train: true },
  train: { type: 'train', until: null },
  pause: { type: 'pause' },
  step: { type: 'step' },
  rest: { type: 'rest' },
  fail: { type: 'fail', error: errorOf('second') },
  close: { type: 'close' },
} as const satisfies Record<PhaseMove['type'], PhaseMove>;

const opened: Phase = { kind: 'opening', stage: null, train: true };
const training: Phase = { kind: 'training', until: null };
const failed: Phase = { kind: 'failed', error: errorOf('second') };
const { paused, pausing, stepping, closed } = PHASES;
const always = { open: opened, fail: failed, close: closed, rest: paused };

/** Every transition that leads somewhere. */
const TABLE: Record<Phase['kind'], Partial<Record<PhaseMove['type'], Phase>>> = {
  opening: { ...always, stage: { ...PHASES.opening, stage }, wantTraining: opened },
  paused: { ...always, train: training, step: stepping },
  training: { ...always, train: training, pause: pausing },
  pausing: always,
  stepping: always,
  failed: { open: opened, close: closed },
  closed: {},
};

describe.each(Object.values(PHASES))('from $kind', (phase) => {
  it.each(Object.values(MOVES))('$type', (move) => {
    const expected = TABLE[phase.kind][move.type];
    const next = movePhase(phase, move);
    if (expected) expect(next).toEqual(expected);
    else expect(next).toBe(phase);
  });
});

it('several together are busy while one of them is, and failed only if all are', () => {
  expect(phaseOf([PHASES.failed, paused])).toBe(paused);
  expect(phaseOf([paused, PHASES.training])).toBe(PHASES.training);
  expect(phaseOf([PHASES.training, pausing])).toBe(pausing);
  expect(phaseOf([PHASES.failed, PHASES.failed])).toBe(PHASES.failed);
  expect(phaseOf([])).toEqual(closed);
});
