/** Train, pause, step; and back to an earlier state. Whoever does any of these sees what comes of it. */
import type { ClassView, StepPart } from '../../core/config.ts';
import type { Requests } from '../../protocol/index.ts';
import {
  arriving,
  type Desk,
  failing,
  failingAll,
  grantCredit,
  membersOf,
  pageOf,
  requestView,
  runsOf,
} from './desk.ts';
import { goLive } from './looking.ts';
import { type Member, move, rewind, stateOf } from './member.ts';
import { isTraining, type Phase } from './phase.ts';

/** Members whose move to another phase means something, moved. */
function moved(desk: Desk, ...to: Parameters<typeof move>[1][]): readonly Member[] {
  return membersOf(desk).filter((member) => {
    const before = stateOf(member).phase;
    for (const one of to) move(member, one);
    return stateOf(member).phase !== before;
  });
}

/** Also while they train: where they are to stop may have changed. */
export function train(desk: Desk): void {
  goLive(desk);
  const { stop, group } = pageOf(desk);
  const until = stop > group.step ? stop : null;
  const members = moved(desk, { type: 'train', until });
  if (members.length > 0) desk.engine.request('train', { runs: runsOf(members), until }).catch(failingAll(members));
}

function pause(desk: Desk): void {
  goLive(desk);
  const members = moved(desk, { type: 'pause' });
  if (members.length > 0)
    desk.engine.request('pause', { runs: runsOf(members) }).then((steps) => {
      arriving(members)(steps);
      for (const member of members) member.timeline.note({ step: stateOf(member).step, kind: 'pause' });
    }, failingAll(members));
}

export function step(desk: Desk, part: StepPart): void {
  goLive(desk);
  const members = moved(desk, { type: 'step' });
  if (members.length === 0) return;
  const group = { runs: runsOf(members), part };
  const { slowly } = pageOf(desk);
  const taken = slowly ? desk.engine.request('stepSlowly', group) : desk.engine.request('step', group);
  taken.then((told: Requests['step'][1] & Partial<Requests['stepSlowly'][1]>) => {
    const { steps, effects, traces } = told;
    for (const [i, { store }] of members.entries())
      store.setState({ effect: effects[i] ?? null, trace: traces?.[i] ?? null });
    arriving(members)({ steps });
  }, failingAll(members));
}

/** A run that rests has given a checkpoint of its step already, unless it was opened at step 0. */
export async function freshen(desk: Desk, member: Member): Promise<void> {
  const { phase, step: now } = stateOf(member);
  if (isTraining(phase) || member.checkpoint?.step !== now)
    await desk.engine.request('checkpoint', { run: member.run });
}

/** Train or pause; while runs are being opened, whether they will be trained then. */
export function toggle(desk: Desk): void {
  const { phase } = pageOf(desk).group;
  switch (phase.kind) {
    case 'opening':
      moved(desk, { type: 'wantTraining', train: !phase.train });
      return;
    case 'training':
      pause(desk);
      return;
    case 'paused':
      train(desk);
      return;
    case 'pausing':
    case 'stepping':
    case 'failed':
    case 'closed':
      return;
    default:
      phase satisfies never;
  }
}

export function view(desk: Desk, member: Member, classes: ClassView): void {
  goLive(desk);
  const { info } = stateOf(member);
  member.store.setState({ classes });
  if (info) requestView(desk, member, classes);
}

/** What frames in flight say of steps that are given up is not drawn. */
function goneBack(desk: Desk, member: Member, to: number): Phase {
  const { phase } = stateOf(member);
  goLive(desk);
  desk.pumpOf(member).drop();
  rewind(member, to);
  move(member, { type: 'rest' });
  grantCredit(desk, member);
  return phase;
}

/**
 * After a failure: back to the last good snapshot.
 *
 * @param then what follows when it is there; training, if that was asked for meanwhile
 */
export function resume(desk: Desk, member: Member, then: () => void): void {
  const { run } = member;
  desk.pumpOf(member).drop();
  move(member, { type: 'open', train: false });
  desk.engine.request('resume', { run }).then(({ step: to, backend }) => {
    const { info } = stateOf(member);
    if (member.run !== run || !info) return;
    member.store.setState({ info: { ...info, backend } });
    const phase = goneBack(desk, member, to);
    then();
    if (phase.kind === 'opening' && phase.train) train(desk);
  }, failing(member));
}

/** Where D learns classes: back to the best model, and pause. */
export function returnToBest(desk: Desk, member: Member): void {
  const { run } = member;
  move(member, { type: 'pause' });
  desk.engine.request('returnToBest', { run }).then(({ step: to }) => {
    if (member.run === run) goneBack(desk, member, to);
  }, failing(member));
}
