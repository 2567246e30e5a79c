/** Drives an in-process engine the way the page does, for tests. */
import type { BackendChoice } from '../../core/config.ts';
import type { EngineErrorData } from '../../core/errors.ts';
import type { ParamValues } from '../../core/params.ts';
import type { ScalarName, ScalarRows } from '../../core/scalars.ts';
import { SCALARS } from '../../core/scalars.ts';
import type {
  Checkpoint,
  EngineEvent,
  Frame,
  PlaneView,
  PlaygroundEngine,
  RunInfo,
  SampleGrid,
  Scores,
} from '../../protocol/index.ts';

export interface TestSession {
  readonly info: RunInfo;
  readonly frames: Frame[];
  readonly problems: EngineErrorData[];
  /** What was measured, and how far measurings were, as they came. */
  readonly scores: Scores[];
  readonly measuring: Extract<EngineEvent, { type: 'measuring' | 'unmeasured' }>[];
  /** Trains to a step and waits for the loop to stop there, or by an error. */
  trainTo(step: number): Promise<EngineErrorData | null>;
  /** Every value of one scalar that has arrived, with NaN where it was not measured. */
  series(name: ScalarName): number[];
  steps(): number[];
  grid(): SampleGrid;
  plane(): PlaneView;
}

/** The next event that is meant: what a test waits for in place of a moment. */
export const nextEvent = (
  engine: PlaygroundEngine,
  isMeant: (event: EngineEvent) => boolean | undefined,
): Promise<EngineEvent> =>
  new Promise((resolve) => {
    const leave = engine.subscribe((event) => {
      if (!isMeant(event)) return;
      leave();
      resolve(event);
    });
  });

export async function openSession(
  engine: PlaygroundEngine,
  options: {
    run?: number;
    recipe?: string;
    data?: string;
    seed?: number;
    params?: ParamValues;
    backend?: BackendChoice;
    credits?: boolean;
    from?: Checkpoint;
  } = {},
): Promise<TestSession> {
  const {
    run = 1,
    recipe = 'cgan',
    data = 'mnist',
    seed = 1,
    params = { width: 0.02, batch: 4 },
    backend = 'cpu',
    credits = true,
    from,
  } = options;
  const frames: Frame[] = [];
  const rows: ScalarRows[] = [];
  const problems: EngineErrorData[] = [];
  const scores: Scores[] = [];
  const measuring: TestSession['measuring'] = [];
  let stopped: (error: EngineErrorData | null) => void = () => undefined;
  engine.subscribe((event) => {
    if (event.type === 'problem') problems.push(event.error);
    if (event.type === 'stopped' && event.run === run) stopped(event.error);
    if (event.type === 'scores' && event.run === run) scores.push(event);
    if ((event.type === 'measuring' || event.type === 'unmeasured') && event.run === run) measuring.push(event);
    if ((event.type === 'frame' || event.type === 'snapshot') && event.run === run) rows.push(event.scalars);
    if (event.type !== 'frame' || event.run !== run) return;
    frames.push(event);
    if (credits) void engine.request('credit', { run });
  });
  const info = await engine.request('open', {
    run,
    config: { recipe, data, seed, params },
    backend,
    ...(from && { from }),
  });
  return {
    info,
    frames,
    problems,
    scores,
    measuring,
    async trainTo(until) {
      const stop = new Promise<EngineErrorData | null>((resolve) => {
        stopped = resolve;
      });
      await engine.request('train', { runs: [run], until });
      return stop;
    },
    series: (name) =>
      rows.flatMap(({ steps, values }) =>
        Array.from(steps, (_, row) => values[row * SCALARS.length + SCALARS.indexOf(name)] as number),
      ),
    steps: () => rows.flatMap(({ steps }) => [...steps]),
    grid() {
      const grid = frames.map((frame) => frame.grid).findLast((view) => view?.kind === 'images');
      if (!grid) throw new Error('No grid has arrived.');
      return grid;
    },
    plane() {
      const plane = frames.map((frame) => frame.grid).findLast((view) => view?.kind === 'plane');
      if (!plane) throw new Error('No plane has arrived.');
      return plane;
    },
  };
}
