/** What is said of each run, by whoever shows it: one account, from which the timeline hears of every finding. */
import { nothingSaid, observe, type Watch } from '../../diagnosis/watch.ts';
import type { RunId } from '../../protocol/index.ts';
import { type Member, stateOf } from '../state/member.ts';
import type { Timeline } from '../state/timeline.ts';
import { contextOf } from './context.ts';

const watches = new WeakMap<Member, { readonly run: RunId; readonly watch: Watch }>();

/** Opened again, it is another run. */
export function watchOf(member: Member): Watch {
  const known = watches.get(member);
  return known?.run === member.run ? known.watch : nothingSaid;
}

/** Asks the rules about what is new. @returns the same object if nothing has changed */
export function examine(member: Member): Watch {
  const before = watchOf(member);
  const watch = observe(before, member.history, contextOf(stateOf(member), member.scores));
  watches.set(member, { run: member.run, watch });
  noteFound(member.timeline, before, watch);
  return watch;
}

/**
 * Notes what is newly said. A watch that begins anew, on a run that was brought back or went back, sees again what
 * was found earlier: that is noted already.
 */
export function noteFound(timeline: Timeline, before: Watch, now: Watch): void {
  const beginsAnew = before.at === 0 || now.at < before.at;
  for (const { finding, since } of now.said) {
    const noted = timeline.events().filter((event) => event.kind === 'found' && event.rule === finding.id);
    if (noted.some(({ step }) => step === since || beginsAnew)) continue;
    timeline.note({ step: since, kind: 'found', rule: finding.id });
  }
}
