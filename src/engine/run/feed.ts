import type { ClassView } from '../../core/config.ts';
import { FRESH } from '../../core/freshness.ts';
import type { ScalarRows } from '../../core/scalars.ts';
import type { LoadedExamples } from '../../data/points.ts';
import type { EngineEvent, RunId, SampleView } from '../../protocol/index.ts';
import { memoryNow } from '../backends/memory.ts';
import { drawView } from '../view/draw.ts';
import { createHistory } from './history.ts';
import { createSpeedometer } from './speedometer.ts';
import type { Training } from './training.ts';

/** Of a run that trains, the page gets a frame no more often than this: each takes it a moment, which the training lacks. */
const FRAME_EVERY_MS = 110;
/** Drawing may take this share of the time … */
const SHARE = 0.1;
const GRID_EVERY_MS = 250;
/** … and this one where a picture that costs no more than that would else be too far behind the numbers; then it is … */
const URGENT_SHARE = 0.25;
const CHEAP_MS = 50;
/** … drawn a little before it is too old. */
const URGENT_AFTER_MS = 0.8 * FRESH.milliseconds;

/**
 * What a run sends to the page: at most one frame for each credit, with everything since the last one.
 * Training never waits for it.
 */
export interface Feed {
  append(rows: ScalarRows): void;
  /** Rows that wait for a frame, which then comes without them. */
  takeRows(): ScalarRows;
  /** After a return to an earlier step: what was measured since then is not sent. */
  rewind(): void;
  tick(): void;
  /** A run that was paused starts its clock anew. */
  resetSpeed(): void;
  /** Which classes the grid shows. */
  classes(): ClassView;
  setClasses(classes: ClassView): void;
  /** Something besides rows and grids has changed. */
  touch(): void;
  /** Whether a new grid would be shown soon, and is affordable. */
  wantsGrid(): boolean;
  gridStep(): number;
  /** @param among so many runs share the time that drawing may take */
  refreshGrid(among?: number): Promise<void>;
  credit(): void;
  /** Sends what has changed, if the page has granted a credit. */
  send(running: boolean): void;
}

export function createFeed(options: {
  readonly run: RunId;
  readonly seed: number;
  readonly training: Training;
  readonly data: LoadedExamples;
  emit(event: EngineEvent): void;
}): Feed {
  const { run, seed, training, data, emit } = options;
  const history = createHistory();
  const speedometer = createSpeedometer();
  let credits = 1;
  let changed = true;
  let classes: ClassView = 'all';
  let grid: SampleView | null = null;
  let gridStep = -1;
  /** When the step of the grid was, and when another one may be drawn: in any case, and if this one is nearly too old. */
  let gridAt = 0;
  let nextGridAt = 0;
  let urgentGridAt = 0;
  let sentAt = Number.NEGATIVE_INFINITY;

  const isDue = (now: number): boolean =>
    now >= nextGridAt || (now >= urgentGridAt && training.step() - gridStep >= FRESH.steps);

  return {
    append(rows) {
      history.append(rows);
      changed ||= rows.steps.length > 0;
    },
    takeRows: () => history.take(),
    rewind() {
      history.truncate(training.step());
      speedometer.reset();
    },
    tick: () => speedometer.tick(performance.now()),
    resetSpeed: () => speedometer.reset(),
    classes: () => classes,
    setClasses(next) {
      classes = next;
    },
    touch() {
      changed = true;
    },
    wantsGrid: () => credits > 0 && gridStep !== training.step() && isDue(performance.now()),
    gridStep: () => gridStep,
    async refreshGrid(among = 1) {
      const began = performance.now();
      const backend = training.backend();
      backend.activate();
      grid = await drawView(training.trainer(), data, { seed, classes, step: training.step() }, backend.guard);
      gridStep = grid.step;
      changed = true;
      const now = performance.now();
      const cost = now - began;
      gridAt = began;
      nextGridAt = now + Math.max(GRID_EVERY_MS, (among * cost) / SHARE);
      const soonest = Math.max(began + URGENT_AFTER_MS, now + (among * cost) / URGENT_SHARE);
      urgentGridAt = cost <= CHEAP_MS ? soonest : nextGridAt;
    },
    credit() {
      // One at most: a page that grants twice still gets one frame at a time.
      credits = 1;
    },
    send(running) {
      const now = performance.now();
      if (credits === 0 || !changed || (running && now - sentAt < FRAME_EVERY_MS)) return;
      sentAt = now;
      credits = 0;
      changed = false;
      const stepsPerSecond = speedometer.read();
      const scalars = history.take();
      const best = training.school?.best() ?? null;
      emit({
        type: 'frame',
        run,
        step: training.step(),
        ...training.progress(),
        running,
        stepsPerSecond,
        scalars,
        grid,
        gridAge: gridStep === training.step() ? 0 : now - gridAt,
        best: best && { step: best.step, test: best.test },
        mode: training.mode(),
        memory: memoryNow(),
      });
      grid = null;
    },
  };
}
