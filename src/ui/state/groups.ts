/** Groups of runs come to the screen and leave it. What is left is put aside, never thrown away. */
import type { BackendId } from '../../core/config.ts';
import { putAside } from './aside.ts';
import { keepCurve } from './curves.ts';
import {
  closeRun,
  type Desk,
  failing,
  failingAll,
  grantCredit,
  membersOf,
  pageOf,
  release,
  requestView,
  runsOf,
  show,
} from './desk.ts';
import { differencesOf } from './differences.ts';
import { train } from './driving.ts';
import { sendLive } from './live.ts';
import { createMember, isUntouched, type Member, move, rewind, stateOf } from './member.ts';
import type { Phase } from './phase.ts';
import { type RunSettings, recipeOf, sameSettings } from './settings.ts';

const settingsKey = ({ recipe, data }: Pick<RunSettings, 'recipe' | 'data'>): string => `${recipe} ${data}`;
export const rememberedOf = (desk: Desk, of: Pick<RunSettings, 'recipe' | 'data'>) =>
  desk.remembered.get(settingsKey(of));

/** Opens runs with these settings, in place of what is on the screen. */
export function openAnew(desk: Desk, settings: readonly RunSettings[], { train: then = false } = {}): void {
  const [first] = membersOf(desk).map(stateOf);
  const members = settings.map((one) => {
    const keepsClasses = recipeOf(one.recipe).conditional && first?.opened.data === one.data;
    return createMember(one, keepsClasses ? first.classes : 'all');
  });
  leave(desk);
  void openMembers(desk, members, then);
}

/**
 * Opens runs with the settings as they are, from these weights, in place of what is on the screen.
 *
 * @throws EngineError where the weights do not fit one of them; then all stays as it is
 */
export async function beginFrom(desk: Desk, weights: Blob): Promise<void> {
  for (const member of membersOf(desk)) {
    const { backend: _, ...config } = stateOf(member).wanted;
    await desk.engine.request('check', { config, weights });
  }
  const members = membersOf(desk).map((member) =>
    createMember(stateOf(member).wanted, stateOf(member).classes, weights),
  );
  leave(desk);
  void openMembers(desk, members, false);
}

/** Opens runs that were kept elsewhere, each from its checkpoint, in place of what is on the screen. */
export function openKept(desk: Desk, members: readonly Member[], then = false): void {
  leave(desk);
  void openMembers(desk, members, then);
}

/** Brings back the group with these very settings, if one was put aside, or opens one. */
export function choose(desk: Desk, settings: readonly RunSettings[], options?: { readonly train: boolean }): void {
  const twin = pageOf(desk).aside.find(
    ({ members }) =>
      members.length === settings.length &&
      members.every((member, i) => sameSettings(stateOf(member).wanted, settings[i] as RunSettings)),
  );
  if (twin) bringBack(desk, twin.id);
  else openAnew(desk, settings, options);
}

/** One after the other, all on the backend that the first one chose; those that have a checkpoint, from there. */
async function openMembers(desk: Desk, members: readonly Member[], then: boolean): Promise<void> {
  desk.opening = new AbortController();
  const { signal } = desk.opening;
  for (const member of members) move(member, { type: 'open', train: then });
  show(desk, members);
  for (const member of members) {
    const [first] = members.map(stateOf);
    await openMember(desk, member, first?.info?.backend.id, signal);
    // Something else may be on the screen by now.
    if (membersOf(desk) !== members) return;
  }
  rest(desk, members);
}

async function openMember(desk: Desk, member: Member, on: BackendId | undefined, signal: AbortSignal): Promise<void> {
  const run = desk.nextRun();
  const { opened } = stateOf(member);
  const { backend, ...config } = opened;
  const from = member.checkpoint?.file;
  const weights = from ? null : member.weights;
  member.run = run;
  member.inEngine = true;
  const fail = failing(member);
  try {
    const request = { run, config, backend: on ?? backend, ...(from && { from }), ...(weights && { weights }) };
    const info = await desk.engine.request('open', request, { signal });
    if (member.run !== run) return;
    member.store.setState({ info });
    // Also one that was chosen while it was being opened.
    const { classes } = stateOf(member);
    if (classes !== 'all') requestView(desk, member, classes);
    grantCredit(desk, member);
  } catch (thrown) {
    fail(thrown);
  }
}

const wantsTraining = (phase: Phase): boolean => phase.kind === 'opening' && phase.train;

/** All are there, new or again: what was changed or asked for meanwhile follows. */
function rest(desk: Desk, members: readonly Member[]): void {
  const then = members.some((member) => wantsTraining(stateOf(member).phase));
  for (const member of members) move(member, { type: 'rest' });
  settle(desk);
  if (then && membersOf(desk) === members) train(desk);
}

/** What is on the screen goes: put aside, or closed where nothing would be lost. */
function leave(desk: Desk): void {
  const { members, curves } = pageOf(desk);
  const [first] = members;
  if (!first) return;
  desk.opening.abort();
  for (const member of members) {
    const { wanted } = stateOf(member);
    desk.remembered.set(settingsKey(wanted), wanted);
  }
  desk.page.setState({ curves: keepCurve(curves, stateOf(first).opened, first.history), toast: null });
  if (members.every(isUntouched)) for (const member of members) closeRun(desk, member);
  else putAside(desk, members);
}

/** Puts a group on the screen again, to go on where it was. */
export function bringBack(desk: Desk, id: number): void {
  const group = pageOf(desk).aside.find((one) => one.id === id);
  if (!group) return;
  const { members } = group;
  // First, so that it is not forgotten to make room for what is left now.
  desk.page.setState(({ aside }) => ({ aside: aside.filter((one) => one.id !== id) }));
  leave(desk);
  if (!members.every(({ inEngine }) => inEngine)) {
    reopen(desk, members, false);
    return;
  }
  // One that had failed is as it was, too.
  for (const member of members)
    if (stateOf(member).phase.kind !== 'failed') move(member, { type: 'open', train: false });
  show(desk, members);
  desk.engine.request('bringBack', { runs: runsOf(members) }).then(() => {
    for (const member of members) grantCredit(desk, member);
    if (membersOf(desk) === members) rest(desk, members);
  }, failingAll(members));
}

/** Opens again what the engine does not have: each from the last checkpoint that it gave. */
export function reopen(desk: Desk, members: readonly Member[], then: boolean): void {
  for (const member of members) {
    release(desk, member);
    rewind(member, member.checkpoint?.step ?? 0);
  }
  void openMembers(desk, members, then);
}

/**
 * After settings have changed: what acts on the running networks is sent. What takes a new run is applied at once while
 * nothing would be lost, and else waits until the person asks for it.
 */
export function settle(desk: Desk): void {
  const members = membersOf(desk);
  const differing = members.map((member) => {
    const { opened, wanted, info } = stateOf(member);
    const { live, waiting } = differencesOf(opened, wanted);
    // Without a run to send them to, live changes are part of the next one.
    return { member, waits: waiting.length > 0 || (info === null && Object.keys(live).length > 0) };
  });
  if (differing.some(({ waits }) => waits) && members.every(isUntouched)) {
    const then = members.some((member) => wantsTraining(stateOf(member).phase));
    openAnew(
      desk,
      members.map((member) => stateOf(member).wanted),
      { train: then },
    );
    return;
  }
  for (const { member } of differing) void sendLive(desk, member);
}
