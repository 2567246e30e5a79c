/** Measuring as the page sees it: what is wanted, how far it is, what went wrong. One for each run. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { EngineError, type EngineErrorData } from '../../core/errors.ts';
import { dataSetSaid } from '../../data/sets/index.ts';
import type { MeasuringSettings, MeasuringStage } from '../../protocol/index.ts';
import { useLayout } from '../layout.ts';
import type { Controller } from '../state/controller.ts';
import { type Member, type MemberState, stateOf } from '../state/member.ts';
import { recipeOf } from '../state/settings.ts';
import { NEVER, wordOf } from './every.ts';
import { defaultChoice, measuresOf, type Subject, subjectOf } from './measures.ts';

export interface QualityState {
  readonly settings: MeasuringSettings;
  /** The measuring that is under way. */
  readonly measuring: { readonly step: number; readonly stage: MeasuringStage; readonly share: number } | null;
  /** Whether it was asked for, and can be cancelled. */
  readonly asked: boolean;
  /** Share of the classifier's training that is done; null while none is trained. */
  readonly training: number | null;
  readonly error: EngineErrorData | null;
}

export interface Quality {
  readonly store: StoreApi<QualityState>;
  measureNow(): void;
  trainEvaluator(): void;
  /** Ends what was asked for. */
  cancel(): void;
  change(changes: Partial<MeasuringSettings>): void;
  dismissError(): void;
}

const FRESH = { measuring: null, asked: false, training: null, error: null } as const;

const subjectIn = ({ recipe, data }: MemberState['opened']): Subject =>
  subjectOf(recipeOf(recipe).conditional, dataSetSaid(data));

/** What was wanted last, of whichever run: the next one begins with it. */
const wantedLast = new WeakMap<Controller, { readonly settings: MeasuringSettings; readonly of: Subject }>();

function firstSettings(controller: Controller, subject: Subject): MeasuringSettings {
  const known = (of: Subject): string => measuresOf(of).join();
  const last = wantedLast.get(controller);
  const chosen = defaultChoice(subject);
  if (!last) return { every: null, samples: 500, chosen };
  return known(last.of) === known(subject) ? last.settings : { ...last.settings, chosen };
}

function createQuality(controller: Controller, member: Member): Quality {
  const { request } = controller;
  const subject = subjectIn(stateOf(member).opened);
  const store = createStore<QualityState>(() => ({ ...FRESH, settings: firstSettings(controller, subject) }));
  let cancelling = new AbortController();
  /** The run that knows the settings: the member may be opened again. */
  let told = 0;

  const isCurrent = (run: number): boolean => member.run === run;
  const fail = (run: number, thrown: unknown): void => {
    const error = EngineError.from(thrown).toData();
    if (isCurrent(run)) store.setState({ ...FRESH, error: error.code === 'cancelled' ? null : error });
  };

  /** Tells the run what is wanted. */
  async function tell(): Promise<void> {
    const { info } = stateOf(member);
    if (!info) return;
    const { run } = info;
    told = run;
    await request('setMeasuring', { run, ...store.getState().settings });
  }
  const tellOrFail = (): void => {
    const { run } = member;
    tell().catch((thrown: unknown) => fail(run, thrown));
  };
  const tellIfWanted = ({ info }: MemberState): void => {
    if (info && told !== info.run && store.getState().settings.every !== null) tellOrFail();
  };

  const leave = [
    member.store.subscribe((state) => {
      if (state.phase.kind === 'closed') for (const end of leave) end();
      else tellIfWanted(state);
    }),
    member.scores.subscribe(() => store.setState({ measuring: null })),
    controller.subscribe((event) => {
      switch (event.type) {
        case 'measuring':
          if (isCurrent(event.run)) store.setState({ measuring: event });
          return;
        case 'unmeasured':
          if (!isCurrent(event.run)) return;
          useLayout.setState({ every: NEVER });
          store.setState(({ settings }) => ({ ...FRESH, settings: { ...settings, every: null }, error: event.error }));
          return;
        case 'evaluator':
          if (isCurrent(event.run) && store.getState().asked) store.setState({ training: event.share });
          return;
        default:
      }
    }),
  ];
  tellIfWanted(stateOf(member));

  /** For what a person asks for: it can be cancelled, and what goes wrong is shown. */
  async function ask(task: (run: number, signal: AbortSignal) => Promise<void>): Promise<void> {
    const { info } = stateOf(member);
    if (!info || store.getState().asked) return;
    const { run } = info;
    cancelling = new AbortController();
    store.setState({ asked: true, error: null });
    try {
      await task(run, cancelling.signal);
      if (isCurrent(run)) store.setState({ asked: false, training: null, measuring: null });
    } catch (thrown) {
      fail(run, thrown);
    }
  }

  return {
    store,
    measureNow: () =>
      void ask(async (run, signal) => {
        if (told !== run) await tell();
        await request('measure', { run }, { signal });
      }),
    trainEvaluator: () =>
      void ask(async (run, signal) => {
        store.setState({ training: 0 });
        const { evaluator } = await request('trainEvaluator', { run }, { signal });
        const { info } = stateOf(member);
        if (isCurrent(run) && info) member.store.setState({ info: { ...info, evaluator } });
      }),
    cancel: () => cancelling.abort(),
    change(changes) {
      if (changes.every !== undefined) useLayout.setState({ every: wordOf(changes.every) });
      store.setState(({ settings }) => ({ settings: { ...settings, ...changes }, error: null }));
      if (!wantedLast.has(controller)) followMembers(controller);
      wantedLast.set(controller, { settings: store.getState().settings, of: subject });
      tellOrFail();
    },
    dismissError: () => store.setState({ error: null }),
  };
}

/** Runs that come to the screen are measured like those before, whether somebody looks or not. */
const followMembers = (controller: Controller): void =>
  void controller.page.subscribe(({ members }, before) => {
    if (members !== before.members) for (const member of members) qualityOf(controller, member);
  });

const qualities = new WeakMap<Member, Quality>();

/** The same at every call, so that measuring goes on while the view is closed. */
export function qualityOf(controller: Controller, member: Member): Quality {
  const quality = qualities.get(member) ?? createQuality(controller, member);
  qualities.set(member, quality);
  return quality;
}
