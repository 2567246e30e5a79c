import type { Said } from '../../diagnosis/watch.ts';

/** Findings that the person does not want to see for now, by the rule's name. */
export type Silenced = Readonly<Record<string, { readonly since: number; readonly until: number }>>;

/** After a suggestion was followed, its finding may speak again if it still holds so many steps later. */
export const PATIENCE = 400;

export const silence = (silenced: Silenced, { finding, since }: Said, until: number): Silenced => ({
  ...silenced,
  [finding.id]: { since, until },
});

/** What is left to show: a finding that went and came again speaks again. */
export const shownOf = (said: readonly Said[], silenced: Silenced, step: number): readonly Said[] =>
  said.filter(({ finding, since }) => {
    const silent = silenced[finding.id];
    return !silent || silent.since !== since || step >= silent.until;
  });
