/** Steers the page's runs: what a person does becomes requests, what the engine says becomes state. */
import type { ClassView, StepPart } from '../../core/config.ts';
import type { ParamValues } from '../../core/params.ts';
import type { PlaygroundEngine } from '../../protocol/index.ts';
import { discard } from './aside.ts';
import { type Bringing, createBringing } from './bringing.ts';
import {
  applyLink,
  compare,
  keepOpened,
  resetParams,
  setData,
  setNetworks,
  setParams,
  setRecipe,
  setShared,
  startOver,
  wantedOf,
} from './changes.ts';
import { createDesk, type Desk, failing, membersOf, type PageEngine, pageOf } from './desk.ts';
import { freshen, resume, returnToBest, step, toggle, train, view } from './driving.ts';
import { beginFrom, bringBack, openAnew, openKept, reopen, settle } from './groups.ts';
import type { LinkProblem } from './hash.ts';
import { listen } from './listening.ts';
import { goLive, look } from './looking.ts';
import { type Member, stateOf } from './member.ts';
import { openModel } from './models.ts';
import { isTraining } from './phase.ts';
import type { GroupSettings, Inner, RunSettings } from './settings.ts';
import type { PageStore } from './store.ts';

export interface Controller extends Omit<Bringing, 'report'> {
  readonly page: PageStore;
  /** For parts of the page that ask the engine something of their own; rejects with an `EngineError`. */
  readonly request: PlaygroundEngine['request'];
  readonly subscribe: PlaygroundEngine['subscribe'];

  /** Train or pause. */
  toggle(): void;
  step(part: StepPart): void;
  view(member: Member, classes: ClassView): void;
  /** Shows an earlier step of all runs on the screen, or the newest again; the training goes on as it was. */
  look(step: number): void;
  goLive(): void;
  /** After a failure: back to the last good snapshot. */
  resume(member: Member): void;
  /** Where D learns classes: back to the best model, and pause. */
  returnToBest(member: Member): void;

  /** From step 0, with the settings as they are; what is on the screen is put aside. */
  reset(): void;
  /** The same with what waits, and goes on training if it was. */
  startOver(): void;
  /** What waits is no longer wanted. */
  keep(): void;
  /** These act at once. What is on the screen is put aside; what was put aside with the same settings comes back. */
  setRecipe(id: string): void;
  setShared(shared: Partial<Pick<RunSettings, 'seed' | 'backend'>>): void;
  compare(ids: readonly string[], data?: string): void;
  /** Takes over the settings of a link. */
  applyLink(link: { readonly settings: GroupSettings; readonly problems: readonly LinkProblem[] }): void;
  /** Runs from step 0 that train to `stop`, for a lesson; what is on the screen is put aside. */
  begin(settings: GroupSettings): void;
  /** Trains on to this step. */
  trainTo(stop: number): void;
  /** Live ones act at once, others wait; what makes no sense is refused. Of all members that have them, by default. */
  setParams(params: ParamValues, of?: readonly Member[]): void;
  resetParams(): void;
  setNetworks(member: Member, networks: Pick<Inner, 'generator' | 'discriminator'>): void;

  /** Brings back what was put aside last. */
  undo(): void;
  bringBack(id: number): void;
  discard(id: number): void;
  /** Opens runs that were kept elsewhere, to go on from there; what is on the screen is put aside. */
  openKept(members: readonly Member[]): void;
  /**
   * Fetches the trained model of a system and opens it, also where nothing is on the screen yet: then the system as it
   * comes stands there meanwhile, and stays if there is no model to be had. What goes wrong is said on the page.
   *
   * @returns whether it came to the screen
   */
  openModel(recipe: string): Promise<boolean>;
  /**
   * From step 0 with the settings as they are and these weights, as safetensors; what is on the screen is put aside.
   *
   * @throws EngineError where they do not fit; then all stays as it is
   */
  beginFrom(weights: Blob): Promise<void>;

  /**
   * The checkpoint of a run becomes that of its present step, also while it trains.
   *
   * @throws EngineError where the engine cannot give one
   */
  freshen(member: Member): Promise<void>;

  /** After data could not be fetched: once more. */
  retryData(): void;
  /** After the engine was lost: starts it anew, and goes on from the last states that it gave. */
  revive(): void;
  dismissToast(): void;
  dismissProblem(): void;
  dismissProblems(): void;
}

export function createController(options: {
  readonly engine: PageEngine;
  readonly page: PageStore;
  readonly requestFrame: (callback: () => void) => void;
}): Controller {
  const desk = createDesk(options);
  const { engine, page } = desk;
  const { report, ...bringing } = createBringing(engine, page, {
    wanted: () => wantedOf(desk)[0],
    apply: (data) => setData(desk, data),
  });
  listen(desk, report);
  return {
    ...bringing,
    page,
    request: engine.request,
    subscribe: engine.subscribe,
    toggle: () => toggle(desk),
    step: (part) => step(desk, part),
    view: (member, classes) => view(desk, member, classes),
    look: (at) => look(desk, at),
    goLive: () => goLive(desk),
    resume: (member) => resume(desk, member, () => settle(desk)),
    returnToBest: (member) => returnToBest(desk, member),
    reset: () => openAnew(desk, wantedOf(desk)),
    startOver: () => startOver(desk),
    keep: () => keepOpened(desk),
    setRecipe: (id) => setRecipe(desk, id),
    setShared: (shared) => setShared(desk, shared),
    compare: (ids, data) => compare(desk, ids, data),
    applyLink: (link) => applyLink(desk, link),
    begin(settings) {
      page.setState({ problems: [], run: false, stop: settings.stop });
      openAnew(desk, settings.members, { train: settings.run });
    },
    trainTo(stop) {
      page.setState({ stop });
      train(desk);
    },
    setParams: (params, of) => setParams(desk, params, of),
    resetParams: () => resetParams(desk),
    setNetworks: (member, networks) => setNetworks(desk, member, networks),
    undo() {
      const { toast } = page.getState();
      if (toast?.kind === 'aside') bringBack(desk, toast.id);
    },
    bringBack: (id) => bringBack(desk, id),
    discard: (id) => discard(desk, id),
    openKept: (members) => openKept(desk, members),
    openModel: (recipe) => openModel(desk, recipe),
    freshen: (member) => freshen(desk, member),
    beginFrom: (weights) => beginFrom(desk, weights),
    retryData: () => retryData(desk),
    revive: () => revive(desk),
    dismissToast: () => page.setState({ toast: null }),
    dismissProblem: () => page.setState({ problem: null }),
    dismissProblems: () => page.setState({ problems: [] }),
  };
}

function retryData(desk: Desk): void {
  const [first] = membersOf(desk);
  desk.page.setState({ problem: null });
  if (!first) return;
  const { info, opened } = stateOf(first);
  // A run that never opened starts over, and fetches what it needs on its way.
  if (!info) openAnew(desk, wantedOf(desk));
  else desk.engine.request('retryData', { data: opened.data }).catch(failing(first));
}

function revive(desk: Desk): void {
  const { members, aside, group } = pageOf(desk);
  const then = isTraining(group.phase);
  desk.opening.abort();
  desk.engine.restart();
  desk.page.setState({ lost: null });
  for (const member of [...members, ...aside.flatMap((one) => one.members)]) member.inEngine = false;
  reopen(desk, members, then);
}
