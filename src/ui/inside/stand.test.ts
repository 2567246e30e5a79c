import { expect, it } from 'vitest';
import type { Inspection } from '../../core/inspection.ts';
import type { RunInfo } from '../../protocol/index.ts';
import type { Phase } from '../state/phase.ts';
import { standOf } from './stand.ts';

const info = {} as RunInfo;
const inspection = {} as Inspection;
const calm = { follows: true, looking: false, failed: false };
const FAILED = { kind: 'failed' } as Phase;
const TRAINING: Phase = { kind: 'training', until: null };
const OPENING: Phase = { kind: 'opening', stage: null, train: false };

it('says nothing beside what is seen', () => {
  expect(standOf({ info, phase: TRAINING, inspection }, calm)).toBeNull();
  expect(standOf({ info, phase: TRAINING, inspection }, { ...calm, looking: true })).toBeNull();
});

it('says why nothing is seen', () => {
  expect(standOf({ info: null, phase: OPENING, inspection: null }, calm)).toBe('opening');
  expect(standOf({ info, phase: { kind: 'paused' }, inspection: null }, calm)).toBe('looking');
  expect(standOf({ info, phase: TRAINING, inspection: null }, { ...calm, follows: false })).toBe('notYet');
  expect(standOf({ info, phase: TRAINING, inspection: null }, { ...calm, follows: false, looking: true })).toBe(
    'looking',
  );
});

it('tells a run that has failed from a look that has', () => {
  const wrong = { ...calm, failed: true };
  expect(standOf({ info, phase: TRAINING, inspection }, wrong)).toBe('error');
  expect(standOf({ info, phase: FAILED, inspection: null }, wrong)).toBe('failed');
  expect(standOf({ info, phase: FAILED, inspection }, calm)).toBe('last');
  expect(standOf({ info: null, phase: FAILED, inspection: null }, calm)).toBe('failed');
});
