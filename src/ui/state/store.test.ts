import { expect, it } from 'vitest';
import type { EngineErrorData } from '../../core/errors.ts';
import { createMember, type MemberState, stateOf } from './member.ts';
import { DEFAULT_RECIPE, OWN_NETWORKS } from './settings.ts';
import { groupOf } from './store.ts';

const settings = {
  recipe: DEFAULT_RECIPE,
  data: 'mnist',
  seed: 1,
  backend: 'auto',
  params: {},
  ...OWN_NETWORKS,
} as const;
const state = (more: Partial<MemberState>): MemberState => ({ ...stateOf(createMember(settings)), ...more });
const FAILED = { kind: 'failed', error: { code: 'internal' } as EngineErrorData } as const;

it('several are together where the slowest is, and have drawn as much as all of them', () => {
  const [first, second] = [state({ step: 8, epoch: 2, frames: 3 }), state({ step: 7, epoch: 1, frames: 4 })];
  expect(groupOf([first, second])).toMatchObject({ step: 7, epoch: 2, frames: 7 });
});

it('one that has failed is waited for no longer, unless all have', () => {
  const [sound, failed] = [state({ step: 8, phase: { kind: 'paused' } }), state({ step: 3, phase: FAILED })];
  expect(groupOf([failed, sound])).toMatchObject({ step: 8, phase: { kind: 'paused' } });
  expect(groupOf([failed, failed])).toMatchObject({ step: 3, phase: FAILED });
});
