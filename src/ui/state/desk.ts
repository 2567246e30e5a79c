/** What everything that steers the page's runs works with. */
import type { ClassView } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import type { Frame, PlaygroundEngine, RunId, Steps } from '../../protocol/index.ts';
import { createFramePump, type FramePump, oneEach } from './framePump.ts';
import { arriveAt, type Member, move, stateOf, takeFrame } from './member.ts';
import type { Inner, RunSettings } from './settings.ts';
import { groupOf, type PageState, type PageStore } from './store.ts';

/** An engine that can be started anew after it was lost. */
export interface PageEngine extends PlaygroundEngine {
  restart(): void;
}

export interface Desk {
  readonly engine: PageEngine;
  readonly page: PageStore;
  nextRun(): RunId;
  nextGroup(): number;
  pumpOf(member: Member): FramePump;
  /** What was chosen last of each system on each data set. */
  readonly remembered: Map<string, Inner>;
  /** Members whose live changes are being sent. */
  readonly sending: Set<Member>;
  /** Ends the opening under way. */
  opening: AbortController;
  /** Ends the fetching of a model under way. */
  fetching: AbortController;
  /** What was on the screen before the comparison. */
  alone: RunSettings | null;
  /** The page no longer follows the group that was on the screen. */
  endMirror(): void;
}

// Granting credit and closing a run that is gone can fail only because the run is gone.
const ignore = (): void => {};

export function createDesk(options: {
  readonly engine: PageEngine;
  readonly page: PageStore;
  readonly requestFrame: (callback: () => void) => void;
}): Desk {
  const { engine, page } = options;
  const requestFrame = oneEach(options.requestFrame);
  let runs = 0;
  let groups = 0;
  const pumps = new WeakMap<Member, FramePump>();
  const createPump = (member: Member): FramePump =>
    createFramePump(requestFrame, (frame: Frame) => {
      if (frame.run !== member.run) return;
      takeFrame(member, frame);
      grantCredit(desk, member);
    });
  const desk: Desk = {
    engine,
    page,
    nextRun: () => ++runs,
    nextGroup: () => ++groups,
    pumpOf(member) {
      const pump = pumps.get(member) ?? createPump(member);
      pumps.set(member, pump);
      return pump;
    },
    remembered: new Map(),
    sending: new Set(),
    opening: new AbortController(),
    fetching: new AbortController(),
    alone: null,
    endMirror: ignore,
  };
  return desk;
}

export const pageOf = ({ page }: Desk): PageState => page.getState();
export const membersOf = (desk: Desk): readonly Member[] => pageOf(desk).members;
export const runsOf = (members: readonly Member[]): RunId[] => members.map(({ run }) => run);

/** On the screen or put aside. */
export function memberOf(desk: Desk, run: RunId): Member | undefined {
  const { members, aside } = pageOf(desk);
  return [...members, ...aside.flatMap((group) => group.members)].find((member) => member.run === run);
}

export const grantCredit = ({ engine }: Desk, { run }: Member): void =>
  void engine.request('credit', { run }).catch(ignore);
/** The engine need not keep it any longer. */
export function release({ engine }: Desk, member: Member): void {
  if (member.inEngine) engine.request('close', { run: member.run }).catch(ignore);
  member.inEngine = false;
}

/** Its training is gone. */
export function closeRun(desk: Desk, member: Member): void {
  release(desk, member);
  move(member, { type: 'close' });
}

/** For requests about a run: what goes wrong stops it, unless it is another one by now. A lost engine is said elsewhere. */
export function failing(member: Member): (thrown: unknown) => void {
  const { run } = member;
  return (thrown) => {
    const error = EngineError.from(thrown).toData();
    if (member.run === run && error.code !== 'cancelled' && error.code !== 'worker-lost')
      move(member, { type: 'fail', error });
  };
}

/** The same for requests about a group: what goes wrong stops all of it. */
export const failingAll = (members: readonly Member[]): ((thrown: unknown) => void) => {
  const fails = members.map(failing);
  return (thrown) => {
    for (const fail of fails) fail(thrown);
  };
};

/** For answers that say where each of a group is. */
export const arriving =
  (members: readonly Member[]) =>
  ({ steps }: Steps): void => {
    for (const [i, member] of members.entries()) arriveAt(member, steps[i] ?? 0);
  };

export function requestView(desk: Desk, member: Member, classes: ClassView): void {
  desk.engine.request('view', { run: member.run, classes }).catch(failing(member));
}

/** Puts a group on the screen; the page follows where it is. */
export function show(desk: Desk, members: readonly Member[]): void {
  const mirror = (): void => desk.page.setState({ group: groupOf(members.map(stateOf)) });
  desk.endMirror();
  const ends = members.map(({ store }) => store.subscribe(mirror));
  desk.endMirror = () => {
    for (const end of ends) end();
  };
  desk.page.setState({ members, group: groupOf(members.map(stateOf)), looking: null });
}
