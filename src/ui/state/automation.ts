import type { ClassView } from '../../core/config.ts';
import type { EngineErrorData } from '../../core/errors.ts';
import type { LostReason } from '../../core/problems/run.ts';
import { SCALARS, type ScalarName } from '../../core/scalars.ts';
import { backendReasonOf, deviceOf, sentenceOf } from '../../i18n/problems/index.ts';
import type { BackendInfo, PlaneView, RunReport, SampleGrid, SampleView, Scores } from '../../protocol/index.ts';
import { problemText } from '../problemText.ts';
import type { Controller } from './controller.ts';
import { formatHash } from './hash.ts';
import { type Member, stateOf } from './member.ts';
import { isTraining, type Phase } from './phase.ts';
import type { PageState } from './store.ts';

/** An error with its sentence, as the page shows it. */
interface SaidError extends EngineErrorData {
  readonly message: string;
}

/** The page's state as plain data, for scripts and tests that drive the page from outside. */
export interface PlaygroundSnapshot {
  readonly recipe: string;
  readonly data: string;
  readonly seed: number;
  /** Its number in the engine. */
  readonly run: number;
  readonly backend:
    | (Pick<BackendInfo, 'id' | 'software' | 'falls'> & { readonly device: string; readonly reason: string })
    | null;
  readonly phase: Phase['kind'];
  readonly step: number;
  readonly epoch: number;
  readonly epochProgress: number;
  readonly running: boolean;
  /** The step of the past that is looked at, of which grid or plane then is; null while they are the newest. */
  readonly looking: number | null;
  readonly losses: Record<ScalarName, number | null>;
  readonly gradientNorm: number | null;
  readonly stepsPerSecond: number | null;
  /** How steps are taken: see `core/stepMode.ts`. */
  readonly mode: string;
  readonly tensors: number;
  readonly bytes: number;
  readonly dataLoaded: { readonly loaded: number; readonly total: number } | null;
  readonly grid: {
    readonly step: number;
    readonly classes: ClassView;
    readonly rows: number;
    readonly columns: number;
    readonly labels: number[] | null;
  } | null;
  /** In place of the grid, for data in the plane. */
  readonly plane: {
    readonly step: number;
    readonly side: number;
    readonly extent: number;
    /** D's output at [row, column], rows from below. */
    readonly values: number[];
    /** x and y of one point after the other. */
    readonly generated: number[];
  } | null;
  /** The systems that are trained beside each other; what is said above is then of all of them together. */
  readonly compared: readonly {
    readonly recipe: string;
    readonly run: number;
    readonly phase: Phase['kind'];
    readonly step: number;
    readonly losses: Record<ScalarName, number | null>;
    readonly grid: PlaygroundSnapshot['grid'];
    readonly plane: PlaygroundSnapshot['plane'];
    readonly error: SaidError | null;
  }[];
  /** Groups that were put aside, newest first. */
  readonly aside: readonly { readonly id: number; readonly members: PlaygroundSnapshot['compared'] }[];
  readonly frames: number;
  readonly notices: string[];
  /** Why the engine is not there. */
  readonly lost: LostReason | null;
  readonly error: SaidError | null;
}

export interface PlaygroundAutomation {
  state(): PlaygroundSnapshot;
  /** What the engine itself says of its runs, to hold against the page. */
  engine(): Promise<readonly RunReport[]>;
  /** The complete series, not summarised. What a step did not measure is NaN. */
  history(): { readonly steps: number[]; readonly values: Record<ScalarName, number[]> };
  /** Every measuring of the run, oldest first. */
  scores(): Scores[];
  /** What would be behind the `#` of a link to what is open; without what waits. */
  link(): string;
  /** Brings back a group that was put aside, by its id. */
  bringBack(id: number): void;
}

declare global {
  interface Window {
    ganPlayground: PlaygroundAutomation;
  }
}

const forEachScalar = <Value>(read: (name: ScalarName) => Value): Record<ScalarName, Value> =>
  Object.fromEntries(SCALARS.map((name) => [name, read(name)])) as Record<ScalarName, Value>;

const gridState = ({ step, classes, generated }: SampleGrid): PlaygroundSnapshot['grid'] => ({
  step,
  classes,
  rows: generated.rows,
  columns: generated.columns,
  labels: generated.labels && Array.from(generated.labels),
});

const planeState = ({ step, side, extent, values, generated }: PlaneView): PlaygroundSnapshot['plane'] => ({
  step,
  side,
  extent,
  values: Array.from(values),
  generated: Array.from(generated),
});

const errorOf = (phase: Phase): EngineErrorData | null => (phase.kind === 'failed' ? phase.error : null);

const said = (error: EngineErrorData | null): SaidError | null =>
  error && { ...error, message: sentenceOf(error.problem) };

/** @param past the picture that is seen in place of the newest */
function memberState(member: Member, past: SampleView | null = null): PlaygroundSnapshot['compared'][number] {
  const { history } = member;
  const { opened, phase, step, grid: newest } = stateOf(member);
  const grid = past ?? newest;
  return {
    recipe: opened.recipe,
    run: member.run,
    phase: phase.kind,
    step,
    losses: forEachScalar((name) => history.latest(name)),
    grid: grid?.kind === 'images' ? gridState(grid) : null,
    plane: grid?.kind === 'plane' ? planeState(grid) : null,
    error: said(errorOf(phase)),
  };
}

const backendState = ({ id, reason, device, software, falls }: BackendInfo): PlaygroundSnapshot['backend'] => ({
  id,
  reason: backendReasonOf(reason),
  device: deviceOf(device),
  software,
  falls,
});

function stateNow({
  members,
  group,
  looking,
  problem,
  problems,
  dataLoaded,
  aside,
  lost,
}: PageState): PlaygroundSnapshot {
  const [first] = members;
  if (!first) throw new Error('Nothing has been opened yet.');
  const { opened, info, memory, mode } = stateOf(first);
  const { recipe, data, seed } = opened;
  const shown = members.map((member, i) => memberState(member, looking?.pictures[i]));
  const { run, losses, grid, plane } = shown[0] as PlaygroundSnapshot['compared'][number];
  return {
    recipe,
    data,
    seed,
    run,
    backend: info && backendState(info.backend),
    ...group,
    phase: group.phase.kind,
    running: isTraining(group.phase),
    looking: looking?.step ?? null,
    losses,
    gradientNorm: losses.gradientNorm,
    mode: mode.kind,
    tensors: memory.tensors,
    bytes: memory.bytes,
    dataLoaded: dataLoaded?.data === data ? { loaded: dataLoaded.loaded, total: dataLoaded.total } : null,
    grid,
    plane,
    compared: members.length > 1 ? shown : [],
    aside: aside.map((one) => ({ id: one.id, members: one.members.map((member) => memberState(member)) })),
    notices: problems.map(problemText),
    lost: lost?.reason ?? null,
    error: said(errorOf(group.phase) ?? problem),
  };
}

export const createAutomation = ({ page, request, bringBack }: Controller): PlaygroundAutomation => {
  const first = (): Member => {
    const [member] = page.getState().members;
    if (!member) throw new Error('Nothing has been opened yet.');
    return member;
  };
  return {
    state: () => stateNow(page.getState()),
    engine: async () => (await request('runs', {})).runs,
    scores: () => structuredClone([...first().scores.all()]),
    link() {
      const { members } = page.getState();
      return formatHash({ members: members.map((member) => stateOf(member).opened), run: false, stop: 0 });
    },
    bringBack,
    history() {
      const { history } = first();
      return {
        steps: Array.from(history.steps()),
        values: forEachScalar((name) => Array.from(history.column(name))),
      };
    },
  };
};
