import type { RunEvent } from '../../core/runEvent.ts';
import type { SampleView } from '../../core/views.ts';
import type { Member } from '../state/member.ts';
import { frameAt } from '../state/timeline.ts';

/** How the runs on the screen came here: they take their steps together, so one timeline is for all. */
export interface Way {
  /** Of the pictures of the run that has come furthest, rising. */
  readonly steps: readonly number[];
  /** Of all runs, in the order of their steps. */
  readonly events: readonly RunEvent[];
  /** The pictures that each run has kept. */
  readonly frames: readonly (readonly SampleView[])[];
}

export function wayOf(members: readonly Pick<Member, 'timeline'>[]): Way {
  const frames = members.map(({ timeline }) => timeline.frames());
  const lastOf = (kept: readonly SampleView[]): number => kept.at(-1)?.step ?? -1;
  const furthest = frames.reduce((most, kept) => (lastOf(kept) > lastOf(most) ? kept : most), frames[0] ?? []);
  return {
    steps: furthest.map(({ step }) => step),
    events: members.flatMap(({ timeline }) => timeline.events()).sort((a, b) => a.step - b.step),
    frames,
  };
}

/** What each run had to show at a step. */
export const picturesAt = ({ frames }: Way, step: number): readonly (SampleView | undefined)[] =>
  frames.map((kept) => frameAt(kept, step));
