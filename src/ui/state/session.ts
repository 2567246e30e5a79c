/**
 * Connects the engine with the store: what the person does becomes requests, what the engine says becomes
 * state. One run is open at a time; every run has its own number, and what an older one says is dropped.
 */
import type { ClassView, StepPart } from '../../core/config.ts';
import { isBrought } from '../../core/dataSet.ts';
import { EngineError, type EngineErrorData } from '../../core/errors.ts';
import { defaultsOf, type ParamValue } from '../../core/params.ts';
import type { EngineEvent, Frame, Lost, PlaygroundEngine, RunId } from '../../protocol/index.ts';
import { type Bringing, createBringing } from './bringing.ts';
import { keepCurve } from './curves.ts';
import { createFramePump } from './framePump.ts';
import { type LinkProblem, onData, presetOf, recipeOf, type Settings, specsOf } from './hash.ts';
import type { History } from './history.ts';
import { refusalOf } from './plan.ts';
import type { ScoreHistory } from './scores.ts';
import { freshRun, isUntouched, liveChanges, type PageState, type PageStore, restartChanges } from './store.ts';

export interface Session extends Omit<Bringing, 'report'> {
  /** For parts of the page that ask the engine something of their own; rejects with an `EngineError`. */
  readonly request: PlaygroundEngine['request'];
  /** Opens a run with the settings as they are; the old run and its training are gone. */
  reset(): void;
  /** The same, and goes on training if it was. */
  restart(): void;
  /** Train or pause. */
  toggle(): void;
  step(part: StepPart): void;
  view(classes: ClassView): void;
  setRecipe(id: string): void;
  /** Changes settings other than the recipe and the data set; see `settle`. */
  change(changes: Partial<Pick<Settings, 'seed' | 'backend' | 'generator' | 'discriminator'>>): void;
  setParam(name: string, value: ParamValue): void;
  resetParams(): void;
  /** Takes over the settings of a link, at once. */
  applyLink(link: { readonly settings: Settings; readonly problems: readonly LinkProblem[] }): void;
  /** After a failure: back to the last good snapshot. */
  resume(): void;
  /** Where D learns classes: back to the best model, and pause. */
  returnToBest(): void;
  /** After data could not be fetched: once more. */
  retryData(): void;
  dismissError(): void;
  dismissProblems(): void;
  /** Gives the run back: its networks are freed and what it still says is dropped. */
  close(): void;
}

interface Parts {
  readonly engine: PlaygroundEngine;
  readonly store: PageStore;
  readonly history: History;
  readonly scores: ScoreHistory;
  readonly requestFrame: (callback: () => void) => void;
  /** The next run's number, where several sessions share an engine. */
  readonly nextRun?: () => RunId;
}

export function createSession({ engine, store, history, scores, requestFrame, nextRun }: Parts): Session {
  const get = store.getState;
  const set = (changes: Partial<PageState>): void => store.setState(changes);
  let opening = new AbortController();
  let sendingParams = false;

  const isCurrent = (run: number): boolean => get().run === run;
  const fail = (error: EngineErrorData): void => set({ phase: 'failed', opening: null, error });
  /** For requests of a run: what goes wrong is shown, unless the run has been replaced meanwhile. */
  const failIfCurrent = (run: number) => (thrown: unknown) => {
    const error = EngineError.from(thrown).toData();
    if (isCurrent(run) && error.code !== 'cancelled') fail(error);
  };

  const pump = createFramePump(requestFrame, (frame) => {
    if (!isCurrent(frame.run)) return;
    set(afterFrame(get(), frame));
    grantCredit(frame.run);
  });

  // Granting credit and closing a run that is gone can fail only because the run is gone.
  const ignore = (): void => {};
  const grantCredit = (run: number): void => void engine.request('credit', { run }).catch(ignore);

  /** The old run and what it measured. */
  function drop(): void {
    opening.abort();
    opening = new AbortController();
    pump.drop();
    const { run, curves, opened } = get();
    set({ curves: keepCurve(curves, opened, history) });
    history.clear();
    scores.clear();
    if (run > 0) engine.request('close', { run }).catch(ignore);
  }

  async function open(): Promise<void> {
    drop();
    const before = get();
    const run = nextRun?.() ?? before.run + 1;
    const { settings } = before;
    const { conditional } = recipeOf(settings.recipe);
    const classes = conditional && before.opened.data === settings.data ? before.classes : 'all';
    set({ ...freshRun, run, opened: settings, classes });
    const { recipe, data, seed, params, generator, discriminator, backend } = settings;
    try {
      const info = await engine.request(
        'open',
        { run, config: { recipe, data, seed, params, generator, discriminator }, backend },
        { signal: opening.signal },
      );
      if (!isCurrent(run)) return;
      set({ info, phase: 'paused', opening: null });
    } catch (thrown) {
      failIfCurrent(run)(thrown);
      return;
    }
    if (classes !== 'all') requestView(run, classes);
    carryOn(run);
  }

  /** The run is there, new or back from a failure. */
  function carryOn(run: number): void {
    grantCredit(run);
    settle();
    if (get().trainWhenOpen && get().phase === 'paused') train();
  }

  const requestView = (run: number, classes: ClassView): void =>
    void engine.request('view', { run, classes }).catch(failIfCurrent(run));

  function train(): void {
    const { run, step, settings } = get();
    set({ phase: 'training', trainWhenOpen: false });
    const until = settings.stop > step ? settings.stop : null;
    engine.request('train', { runs: [run], until }).catch(failIfCurrent(run));
  }

  function pause(): void {
    const { run } = get();
    set({ phase: 'pausing' });
    engine
      .request('pause', { runs: [run] })
      .then(({ steps: [step = 0] }) => isCurrent(run) && set(afterPause(get(), step)), failIfCurrent(run));
  }

  /** Live parameters are sent one request at a time, the newest values last, however fast a slider moves. */
  async function sendLiveParams(): Promise<void> {
    if (sendingParams) return;
    sendingParams = true;
    const { run } = get();
    try {
      for (let names = liveChanges(get()); names.length > 0 && isCurrent(run); names = liveChanges(get())) {
        const { settings, opened } = get();
        const params = Object.fromEntries(names.map((name) => [name, settings.params[name] as ParamValue]));
        set({ opened: { ...opened, params: { ...opened.params, ...params } } });
        await engine.request('setParams', { run, params });
      }
    } catch (thrown) {
      failIfCurrent(run)(thrown);
    } finally {
      sendingParams = false;
    }
    // Another run may have been opened meanwhile, with changes of its own.
    if (!isCurrent(run)) settle();
  }

  /**
   * After settings have changed: live parameters are sent. What takes a restart is applied at once while
   * nothing would be lost, and else waits until the person asks for it. What makes no sense is not applied.
   */
  function settle(): void {
    const state = get();
    // Several runs are open, which are not this session's.
    if (state.settings.compare.length > 0) return;
    // The panel says why; the run goes on with what it has.
    if (refusalOf(state.settings) !== null) return;
    if (restartChanges(state).length > 0 && isUntouched(state)) void open();
    else if (liveChanges(state).length === 0) return;
    // Without a run to send them to, live parameters are part of the next one.
    else if (!state.info) void open();
    // A run that has failed gets them when it is resumed.
    else if (state.phase !== 'failed') void sendLiveParams();
  }

  function applySettings(settings: Settings): void {
    set({ settings });
    settle();
  }

  const { report, ...bringing } = createBringing(engine, store, (data) => applySettings(onData(get().settings, data)));

  engine.subscribe((event: EngineEvent) => {
    switch (event.type) {
      case 'frame':
        if (!isCurrent(event.run)) return;
        history.append(event.scalars);
        pump.take(event);
        return;
      case 'opening':
        if (isCurrent(event.run) && get().phase === 'opening') {
          set({ opening: { stage: event.stage, detail: event.detail } });
        }
        return;
      case 'data':
        if (event.data === get().opened.data) set({ dataLoaded: { loaded: event.loaded, total: event.total } });
        return;
      case 'stopped':
        if (!isCurrent(event.run)) return;
        if (event.error) fail(event.error);
        else set(afterPause(get(), event.step));
        return;
      case 'problem':
        set({ error: event.error });
        return;
      case 'importing':
        report(event);
        return;
      case 'lost':
        set({ error: lostError(event) });
        return;
      case 'found':
        if (get().error?.code === 'worker-lost') set({ error: null });
        return;
      case 'scores':
        if (isCurrent(event.run)) scores.append(event);
        return;
      // The quality view listens by itself.
      case 'measuring':
      case 'unmeasured':
      case 'evaluator':
      case 'kept':
      case 'snapshot':
        return;
      default:
        event satisfies never;
    }
  });

  return {
    ...bringing,
    request: engine.request,
    reset() {
      set({ trainWhenOpen: false });
      void open();
    },
    restart() {
      const { phase, trainWhenOpen } = get();
      set({ trainWhenOpen: trainWhenOpen || phase === 'training' });
      void open();
    },
    toggle() {
      const { phase, trainWhenOpen } = get();
      if (phase === 'opening') set({ trainWhenOpen: !trainWhenOpen });
      else if (phase === 'training') pause();
      else if (phase === 'paused') train();
    },
    step(part) {
      const { run, phase } = get();
      if (phase !== 'paused') return;
      set({ phase: 'stepping' });
      engine
        .request('step', { runs: [run], part })
        .then(({ steps: [step = 0] }) => isCurrent(run) && set(afterPause(get(), step)), failIfCurrent(run));
    },
    view(classes) {
      const { run, info } = get();
      set({ classes });
      if (info) requestView(run, classes);
    },
    setRecipe(id) {
      const { settings } = get();
      if (id === settings.recipe) return;
      const preset = presetOf(id, settings);
      set({
        settings: isBrought(settings.data) ? { ...preset, data: settings.data } : preset,
        trainWhenOpen: false,
      });
      void open();
    },
    change: (changes) => applySettings({ ...get().settings, ...changes }),
    setParam(name, value) {
      const { settings } = get();
      applySettings({ ...settings, params: { ...settings.params, [name]: value } });
    },
    resetParams() {
      const { settings } = get();
      applySettings({ ...settings, params: defaultsOf(specsOf(settings)) });
    },
    applyLink({ settings, problems }) {
      set({ settings, problems });
      const { run, phase } = get();
      if (run === 0 || phase === 'failed' || restartChanges(get()).length > 0) {
        set({ trainWhenOpen: settings.run });
        void open();
        return;
      }
      settle();
      if (!settings.run) return;
      if (phase === 'opening') set({ trainWhenOpen: true });
      // Also while training: `stop` may have changed.
      else if (phase === 'paused' || phase === 'training') train();
    },
    resume() {
      const { run } = get();
      pump.drop();
      set({ phase: 'opening', opening: null, error: null });
      engine.request('resume', { run }).then(({ step, backend }) => {
        const { info } = get();
        if (!isCurrent(run) || !info) return;
        history.truncate(step);
        scores.truncate(step);
        set({ phase: 'paused', step, info: { ...info, backend } });
        carryOn(run);
      }, failIfCurrent(run));
    },
    returnToBest() {
      const { run } = get();
      set({ phase: 'pausing' });
      engine.request('returnToBest', { run }).then(({ step }) => {
        if (!isCurrent(run)) return;
        // Frames of the steps that are given up.
        pump.drop();
        history.truncate(step);
        scores.truncate(step);
        set({ phase: 'paused', step });
        carryOn(run);
      }, failIfCurrent(run));
    },
    retryData() {
      const { run, info, opened } = get();
      set({ error: null });
      // A run that never opened starts over, and fetches what it needs on its way.
      if (!info) void open();
      else engine.request('retryData', { data: opened.data }).catch(failIfCurrent(run));
    },
    dismissError: () => set({ error: null }),
    dismissProblems: () => set({ problems: [] }),
    close() {
      drop();
      set({ ...freshRun, run: 0 });
    },
  };
}

const lostError = ({ reason, detail }: Lost): EngineErrorData => ({
  code: 'worker-lost',
  problem: { code: 'worker.lost', reason },
  recoverable: false,
  cause: detail,
});

/** A response may overtake a frame, so the step never goes back here. */
const afterPause = (state: PageState, step: number): Partial<PageState> => ({
  // A failure may have come first, and it stands.
  phase: state.phase === 'failed' ? 'failed' : 'paused',
  step: Math.max(step, state.step),
});

const afterFrame = (state: PageState, frame: Frame): Partial<PageState> => ({
  step: Math.max(frame.step, state.step),
  epoch: frame.epoch,
  epochProgress: frame.epochProgress,
  stepsPerSecond: frame.stepsPerSecond,
  memory: frame.memory,
  grid: frame.grid ?? state.grid,
  best: frame.best,
  frames: state.frames + 1,
});
