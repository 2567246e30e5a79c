/** Groups that were put aside: kept by the engine, with all that the page knows of them. */
import type { EngineEvent } from '../../protocol/index.ts';
import { arriving, closeRun, type Desk, failingAll, pageOf, runsOf } from './desk.ts';
import { type Member, move, stateOf } from './member.ts';
import { type AsideGroup, recipesOf } from './store.ts';

/** Groups that the page keeps aside; the oldest beyond them are forgotten, and that is said. */
export const MOST_ASIDE = 12;

export function putAside(desk: Desk, members: readonly Member[]): void {
  const group: AsideGroup = { id: desk.nextGroup(), members, kept: new Map() };
  const { step } = pageOf(desk).group;
  desk.page.setState(({ aside }) => ({
    aside: [group, ...aside],
    toast: { kind: 'aside', id: group.id, recipes: recipesOf(members), step },
  }));
  for (const member of members) move(member, { type: 'pause' });
  const there = members.filter(({ inEngine }) => inEngine);
  desk.engine.request('putAside', { runs: runsOf(there) }).then(({ steps }) => {
    arriving(there)({ steps });
    // The step in flight has been taken meanwhile.
    desk.page.setState(({ toast }) =>
      toast?.kind === 'aside' && toast.id === group.id ? { toast: { ...toast, step: Math.min(...steps) } } : {},
    );
  }, failingAll(there));
  const tooMany = pageOf(desk).aside.slice(MOST_ASIDE);
  for (const old of tooMany) forget(desk, old);
}

/** A group that cannot be kept any longer; that is said. */
function forget(desk: Desk, group: AsideGroup): void {
  discard(desk, group.id);
  const [first] = group.members;
  desk.page.setState({
    toast: { kind: 'forgotten', recipes: recipesOf(group.members), step: first ? stateOf(first).step : 0 },
  });
}

/** The person no longer wants it. */
export function discard(desk: Desk, id: number): void {
  const group = pageOf(desk).aside.find((one) => one.id === id);
  for (const member of group?.members ?? []) closeRun(desk, member);
  desk.page.setState(({ aside }) => ({ aside: aside.filter((one) => one.id !== id) }));
}

/** The engine says how it keeps one of them. */
export function noteKept(desk: Desk, { run, form, bytes }: EngineEvent & { readonly type: 'kept' }): void {
  const group = pageOf(desk).aside.find(({ members }) => members.some((member) => member.run === run));
  const member = group?.members.find((one) => one.run === run);
  if (!group || !member) return;
  if (form === 'gone') {
    member.inEngine = false;
    if (!member.checkpoint) {
      forget(desk, group);
      return;
    }
  }
  const kept = new Map(group.kept).set(run, { form, bytes });
  desk.page.setState(({ aside }) => ({ aside: aside.map((one) => (one === group ? { ...group, kept } : one)) }));
}
