/**
 * Several systems side by side, on the same data from the same seed, in lock step. Each has a store, a session and a
 * history of its own, like the one run that the page otherwise has; this steers them all through the page's one set of
 * controls, and shows in the page's own store where they are together.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StepPart } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import { checkParam, defaultsOf, type ParamValue } from '../../core/params.ts';
import type { PlaygroundEngine, RunId } from '../../protocol/index.ts';
import { OWN_NETWORKS } from './edited.ts';
import { dataOf, onData, presetOf, type Settings, specsOf } from './hash.ts';
import { createHistory, type History } from './history.ts';
import { createScoreHistory, type ScoreHistory } from './scores.ts';
import { createSession, type Session } from './session.ts';
import { createPageStore, freshRun, type PageState, type PageStore, type Phase } from './store.ts';

/** One of the systems. */
export interface Member {
  readonly store: PageStore;
  readonly session: Session;
  readonly history: History;
  readonly scores: ScoreHistory;
  readonly engine: PlaygroundEngine;
}

/** The page's session, which also knows how to compare. */
export interface Comparison extends Session {
  /**
   * Trains these recipes beside each other; one alone, again, if there are none.
   *
   * @param data the data set, if all of them take it
   */
  compare(ids: readonly string[], data?: string): void;
  /** Empty while one run is shown alone. */
  readonly members: StoreApi<readonly Member[]>;
}

/** What a recipe's run of a comparison is opened with: its own defaults, and what was changed for all. */
function settingsOf(recipe: string, settings: Settings): Settings {
  const base = specsOf(settings);
  const specs = specsOf({ recipe, data: settings.data });
  const changed = Object.entries(settings.params).filter(([name, value]) => {
    const spec = specs[name];
    return value !== base[name]?.default && spec && checkParam(name, spec, value).ok;
  });
  const params: Record<string, ParamValue> = { ...defaultsOf(specs), ...Object.fromEntries(changed) };
  // Networks made by hand belong to one of them.
  const networks = recipe === settings.recipe ? {} : OWN_NETWORKS;
  return { ...settings, ...networks, recipe, params, run: false, compare: [] };
}

/** The settings for these recipes together, with as much of the present ones as goes with them. */
function comparedBy(settings: Settings, ids: readonly string[], data = settings.data): Settings {
  const [first] = ids;
  if (first === undefined) return { ...settings, compare: [] };
  const base = ids.includes(settings.recipe) ? settings : presetOf(first, settings);
  const known = dataOf(ids);
  return { ...onData(base, known.includes(data) ? data : (known[0] ?? data)), compare: ids };
}

/** What all are doing is what the first of these says that one of them does. */
const PHASES: readonly Phase[] = ['opening', 'pausing', 'stepping', 'training', 'paused', 'failed'];

/** Where they are together, in the words of one run. */
function together(states: readonly PageState[]): Partial<PageState> {
  const sound = states.filter(({ phase }) => phase !== 'failed');
  const phase = PHASES.find((wanted) => states.some((state) => state.phase === wanted)) ?? 'opening';
  const [first] = sound.length > 0 ? sound : states;
  if (!first) return {};
  const { info, epoch, epochProgress, memory, dataLoaded } = first;
  return {
    phase,
    info,
    epoch,
    epochProgress,
    dataLoaded,
    memory,
    opening: states.find(({ opening }) => opening !== null)?.opening ?? null,
    step: Math.min(...(sound.length > 0 ? sound : states).map(({ step }) => step)),
    stepsPerSecond: first.stepsPerSecond,
    frames: states.reduce((sum, { frames }) => sum + frames, 0),
  };
}

/** Until a run is open, or could not be opened. */
const opened = ({ store }: Member): Promise<void> =>
  new Promise((resolve) => {
    const leave = store.subscribe(({ phase }) => {
      if (phase === 'opening') return;
      leave();
      resolve();
    });
  });

export function createComparison(options: {
  readonly engine: PlaygroundEngine;
  readonly store: PageStore;
  /** Drives the one run that is shown while nothing is compared. */
  readonly single: Session;
  readonly requestFrame: (callback: () => void) => void;
  readonly nextRun: () => RunId;
}): Comparison {
  const { engine, store, single, requestFrame, nextRun } = options;
  const members = createStore<readonly Member[]>(() => []);
  let leave: (() => void)[] = [];

  const comparing = (): boolean => members.getState().length > 0;
  const inPhase = (...phases: readonly Phase[]): readonly Member[] =>
    members.getState().filter((member) => phases.includes(member.store.getState().phase));
  const runsOf = (some: readonly Member[]): RunId[] => some.map((member) => member.store.getState().run);
  const mirror = (): void => store.setState(together(members.getState().map((member) => member.store.getState())));

  function createMember(settings: Settings): Member {
    // Its subscription ends with the comparison.
    const shared: PlaygroundEngine = {
      ...engine,
      subscribe(listener) {
        const end = engine.subscribe(listener);
        leave.push(end);
        return end;
      },
    };
    const own = createPageStore(settings, []);
    const history = createHistory();
    const scores = createScoreHistory();
    const session = createSession({ engine: shared, store: own, history, scores, requestFrame, nextRun });
    return { store: own, session, history, scores, engine: shared };
  }

  function closeAll(): void {
    for (const end of leave) end();
    leave = [];
    const closing = members.getState();
    members.setState([], true);
    for (const member of closing) member.session.close();
  }

  /** One after the other, all on the backend that the first one chose. */
  async function openAll(): Promise<void> {
    closeAll();
    const { settings } = store.getState();
    const opening = settings.compare.map((id) => createMember(settingsOf(id, settings)));
    store.setState({ ...freshRun, opened: settings, run: 0, classes: 'all' });
    members.setState(opening, true);
    for (const member of opening) leave.push(member.store.subscribe(mirror));
    for (const member of opening) {
      const info = opening[0]?.store.getState().info;
      if (info) member.store.setState(({ settings: own }) => ({ settings: { ...own, backend: info.backend.id } }));
      member.session.reset();
      await opened(member);
      // Another comparison, or none, may have come meanwhile.
      if (members.getState() !== opening) return;
    }
    if (store.getState().trainWhenOpen) train();
  }

  /** Requests for several runs: what goes wrong is shown in each. */
  const failAll = (some: readonly Member[]) => (thrown: unknown) => {
    const error = EngineError.from(thrown).toData();
    for (const member of some) member.store.setState({ phase: 'failed', error });
  };
  const enter = (some: readonly Member[], phase: Phase): void => {
    for (const member of some) member.store.setState({ phase });
  };
  const settle = (some: readonly Member[], steps: readonly number[]): void => {
    for (const [i, member] of some.entries()) {
      member.store.setState(({ phase, step }) => ({
        phase: phase === 'failed' ? phase : 'paused',
        // A response may overtake a frame.
        step: Math.max(step, steps[i] ?? 0),
      }));
    }
  };

  function train(): void {
    const some = inPhase('paused');
    const { settings, step } = store.getState();
    store.setState({ trainWhenOpen: false });
    enter(some, 'training');
    const until = settings.stop > step ? settings.stop : null;
    engine.request('train', { runs: runsOf(some), until }).catch(failAll(some));
  }

  function pause(): void {
    const some = inPhase('training');
    enter(some, 'pausing');
    engine
      .request('pause', { runs: runsOf(some) })
      .then(({ steps }) => settle(some, steps))
      .catch(failAll(some));
  }

  function step(part: StepPart): void {
    const some = inPhase('paused');
    enter(some, 'stepping');
    engine
      .request('step', { runs: runsOf(some), part })
      .then(({ steps }) => settle(some, steps))
      .catch(failAll(some));
  }

  const settingsNow = (): Settings => store.getState().settings;
  const change = (settings: Settings): void => open(settings, single.reset);

  /** Opens what the settings say: several runs, or one. */
  function open(settings: Settings, openOne: () => void): void {
    closeAll();
    store.setState({ settings });
    if (settings.compare.length === 0) {
      openOne();
      return;
    }
    single.close();
    void openAll();
  }

  // Data that was brought is chosen without being asked for here.
  store.subscribe(({ settings }, before) => {
    if (comparing() && settings.data !== before.settings.data) void openAll();
  });

  return {
    ...single,
    members,
    compare(ids, data) {
      store.setState({ trainWhenOpen: false });
      open(comparedBy(store.getState().settings, ids, data), single.reset);
    },
    reset() {
      if (!comparing()) return single.reset();
      store.setState({ trainWhenOpen: false });
      void openAll();
    },
    restart: () => (comparing() ? void openAll() : single.restart()),
    toggle() {
      if (!comparing()) return single.toggle();
      const { phase, trainWhenOpen } = store.getState();
      if (phase === 'opening') store.setState({ trainWhenOpen: !trainWhenOpen });
      else if (phase === 'training') pause();
      else if (phase === 'paused') train();
    },
    step(part) {
      if (!comparing()) return single.step(part);
      if (store.getState().phase === 'paused') step(part);
    },
    setRecipe(id) {
      if (!comparing()) return single.setRecipe(id);
      store.setState({ trainWhenOpen: false });
      open(presetOf(id, store.getState().settings), single.reset);
    },
    change: (changes) => (comparing() ? change({ ...settingsNow(), ...changes }) : single.change(changes)),
    chooseData: (id) => (comparing() ? change(onData(settingsNow(), id)) : single.chooseData(id)),
    applyLink(link) {
      if (!comparing() && link.settings.compare.length === 0) return single.applyLink(link);
      store.setState({ problems: link.problems, trainWhenOpen: link.settings.run });
      open(link.settings, () => single.applyLink(link));
    },
  };
}
