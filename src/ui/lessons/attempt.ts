/** Sets off what a step of a lesson is about, and watches it to its end. */
import type { ParamValues } from '../../core/params.ts';
import { hasRun, judge, type Verdict } from '../../lessons/judge.ts';
import type { Act, LessonStep, Scored } from '../../lessons/lesson.ts';
import { askedOf, type Walk, walkOf } from '../../lessons/walk.ts';
import type { Controller } from '../state/controller.ts';
import { type Member, stateOf } from '../state/member.ts';
import type { Attempt } from './learner.ts';
import { seenNow } from './seenNow.ts';
import { areOf, settingsOf } from './settings.ts';

export interface Watch {
  /** How it goes. */
  onAttempt(attempt: Attempt): void;
  /** It has run to its end. */
  onVerdict(verdict: Verdict): void;
}

/** Where the runs are after the act. */
const endOf = (act: Act, from: number): number =>
  act.kind === 'train' ? act.until : act.kind === 'walk' ? from : from + 1;

/**
 * Puts a step's runs on the screen where others are, from step 0 and at rest, so that its words are about what is seen.
 * Those of its systems and data stay, whatever is set.
 */
export function setUp({ page, ...controller }: Controller, { setup }: LessonStep): void {
  const opened = page.getState().members.map((member) => stateOf(member).opened);
  const members = settingsOf(setup, {}, opened[0]?.backend ?? 'auto');
  const isThere = setup.model
    ? areOf(opened, members)
    : opened.length === setup.members.length &&
      opened.every(({ recipe, data }, i) => recipe === setup.members[i]?.recipe && data === setup.data);
  if (isThere) return;
  // Only what is trained has something to show: it comes as it is.
  if (setup.model) void controller.openModel(setup.model);
  else controller.begin({ members, run: false, stop: 0 });
}

/**
 * Begins a step: on the runs that are there if they are of its setup and at the right step, else on new ones.
 *
 * @param changes in place of the setup's own parameters
 * @returns what ends the watching; the runs go on
 */
export function begin(
  controller: Controller,
  { setup, from = 0, act, ...step }: LessonStep,
  changes: ParamValues,
  watch: Watch,
): () => void {
  const { page } = controller;
  const backend = page.getState().members.map((member) => stateOf(member).wanted.backend)[0] ?? 'auto';
  const settings = settingsOf(setup, changes, backend);
  const states = (): ReturnType<typeof stateOf>[] => page.getState().members.map(stateOf);
  const waitsForData = act.kind === 'train' && act.examined === true;
  const isLoaded = (): boolean => {
    const { dataLoaded } = page.getState();
    return dataLoaded?.data === setup.data && dataLoaded.loaded >= dataLoaded.total;
  };
  const isThere = (): boolean =>
    areOf(
      states().map(({ opened }) => opened),
      settings,
    ) && states().every((state) => state.phase.kind === 'paused' && state.step === from);

  let members: readonly Member[];
  let stage: 'preparing' | 'acting' | 'scoring' = 'preparing';
  let ends: readonly (() => void)[] = [];
  let isOver = false;
  let walk: Walk | undefined;
  const end = (): void => {
    isOver = true;
    for (const one of ends) one();
    ends = [];
  };
  const fail = (): void => {
    if (isOver) return;
    end();
    watch.onAttempt({ kind: 'failed' });
  };

  const setOff = (): void => {
    stage = 'acting';
    if (act.kind === 'train') controller.trainTo(act.until);
    else if (act.kind === 'step') controller.step(act.part);
    else
      goHalfWay(controller, members, act.rows).then((drawn) => {
        walk = drawn;
        if (!isOver) look();
      }, fail);
  };

  const score = (scored: Scored): void => {
    stage = 'scoring';
    for (const { run } of members) {
      const settled = { run, every: null, ...scored };
      controller
        .request('setMeasuring', settled)
        .then(() => controller.request('measure', { run }))
        .catch(() => watch.onAttempt({ kind: 'failed' }));
    }
  };

  const look = (): void => {
    // Something else is on the screen: the step was left.
    if (page.getState().members !== members) {
      end();
      watch.onAttempt({ kind: 'none' });
      return;
    }
    const { phase, step: at } = page.getState().group;
    if (phase.kind === 'failed') {
      fail();
      return;
    }
    const rests = phase.kind === 'paused';
    if (stage === 'preparing') {
      if (rests && at === from && (!waitsForData || isLoaded())) setOff();
      else watch.onAttempt({ kind: 'preparing' });
      return;
    }
    const seen = seenNow(page.getState()).map((run) => (walk ? { ...run, walk } : run));
    if (rests && hasRun(act, from, seen)) {
      end();
      watch.onVerdict(judge({ setup, from, act, ...step }, seen));
      return;
    }
    const reached = at >= endOf(act, from);
    if (rests && reached && stage === 'acting' && act.kind === 'train' && act.scored) score(act.scored);
    watch.onAttempt({ kind: rests && !reached ? 'halted' : 'running', step: at });
  };

  const follow = (): void => {
    members = page.getState().members;
    ends = [
      page.subscribe(look),
      ...members.flatMap(({ store, scores }) => [store.subscribe(look), scores.subscribe(look)]),
    ];
    look();
  };

  // What is there already is set off by the first look.
  if (isThere()) follow();
  else if (setup.model) {
    watch.onAttempt({ kind: 'preparing' });
    controller.openModel(setup.model).then((isOpen) => {
      if (!isOpen) fail();
      else if (!isOver) follow();
    }, fail);
  } else {
    const stop = from > 0 ? from : endOf(act, from);
    const goesOn = from === 0 && act.kind === 'train' && !waitsForData;
    const trains = from > 0 || goesOn;
    if (goesOn) stage = 'acting';
    controller.begin({ members: settings, run: trains, stop: trains ? stop : 0 });
    follow();
  }
  return end;
}

/** @throws whatever the engine has against it */
async function goHalfWay(
  { request }: Controller,
  [member]: readonly Member[],
  rows: readonly [number, number],
): Promise<Walk> {
  const run = member?.run ?? 0;
  const points = await request('latentPoints', { run, of: { kind: 'grid', classes: 'all' } });
  const drawn = await request('draw', { run, ...askedOf(points, rows) });
  if (drawn.kind !== 'images') throw new Error('Points have no picture half way.');
  return walkOf(drawn.images);
}
