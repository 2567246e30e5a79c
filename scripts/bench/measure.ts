/** Measures step times of several contenders side by side, in turns, so that a machine's moods hit all of them alike. */
import { AHEAD } from '../../src/engine/headless.ts';
import { CASE_NAMES, periodOf, planOf } from './cases.ts';
import { flopsOf } from './flops.ts';
import type { Absent, BenchCase, CaseName, Contender } from './protocol.ts';
import { periodMean, type Summary, summarise } from './statistics.ts';

/** Milliseconds for a step, or why there are none. */
export type Cell =
  | ({ readonly kind: 'measured' } & Summary)
  /** Too slow to be measured; `from` says what the estimate comes from. */
  | { readonly kind: 'estimated'; readonly median: number; readonly from: string }
  | { readonly kind: 'absent'; readonly why: string };

interface Limits {
  /** Samples of each contender. */
  readonly rounds: number;
  /** A sample takes as many steps as fit into this, at least one of each sort. */
  readonly sampleMs: number;
  /** A contender that would need longer than this for a case is estimated. */
  readonly caseMs: number;
  /** No case begins after this. */
  readonly totalMs: number;
}

/** One recipe: its cells by batch size and contender, and the work in a step. */
export interface CaseResult {
  readonly name: CaseName;
  readonly batches: readonly {
    readonly batch: number;
    readonly flops: number;
    readonly cells: Readonly<Record<string, Cell>>;
  }[];
}

/** How much is measured. */
export interface Size {
  readonly width: number;
  readonly batches: readonly number[];
  readonly limits: Limits;
}

const PROBE_BATCH = 2;
/** Opening a case takes two steps; a third would be the first sample. */
const STEPS_TO_ENTER = 3;

/** How long a step took at the last batch size: bounds the next. */
type Pace = { readonly batch: number; readonly milliseconds: number };
type Paces = Map<string, Pace>;

const paceKey = ({ name }: Contender, recipe: CaseName) => `${name} ${recipe}`;

async function openAndWarm(contender: Contender, benchCase: BenchCase) {
  const { parameters } = await contender.ask({ ask: 'open', ...benchCase });
  // Step 0 compiles, allocates and, where there is a trace, measures it; the next is timed.
  await contender.ask({ ask: 'steps', from: 0, count: 1 });
  const { milliseconds } = await contender.ask({ ask: 'steps', from: 1, count: 1 });
  return { parameters, milliseconds };
}

/** One sample: mean milliseconds for a step, a traced step counted by its share. */
async function takeSample(contender: Contender, period: number, plainSteps: number): Promise<number> {
  const time = async (from: number, count: number) => (await contender.ask({ ask: 'steps', from, count })).milliseconds;
  if (period === 1) return (await time(1, plainSteps)) / plainSteps;
  if (plainSteps === period - 1) return (await time(0, period)) / period;
  return periodMean(period, await time(0, 1), await time(1, plainSteps), plainSteps);
}

interface Entrant {
  readonly contender: Contender;
  readonly plainSteps: number;
  readonly parameters: number;
  readonly samples: number[];
}

/** Opens the case, or says at once that it is too slow. */
async function enter(
  contender: Contender,
  benchCase: BenchCase,
  period: number,
  { rounds, sampleMs, caseMs }: Limits,
  paces: Paces,
): Promise<Entrant | Cell> {
  const key = paceKey(contender, benchCase.name);
  let pace = paces.get(key);
  if (!pace) {
    const { milliseconds } = await openAndWarm(contender, { ...benchCase, batch: PROBE_BATCH });
    pace = { batch: PROBE_BATCH, milliseconds };
    paces.set(key, pace);
  }
  // At most so much: part of a small batch's step does not grow with the batch. So only what is hopeless ends here.
  const promised = (pace.milliseconds * benchCase.batch) / pace.batch;
  if (promised * STEPS_TO_ENTER > caseMs)
    return { kind: 'estimated', median: promised, from: `a batch of ${pace.batch}` };

  const { parameters, milliseconds } = await openAndWarm(contender, benchCase);
  paces.set(key, { batch: benchCase.batch, milliseconds });
  const stepsAtLeast = rounds * (period > 1 ? 2 : 1);
  if (milliseconds * stepsAtLeast > caseMs) return { kind: 'estimated', median: milliseconds, from: 'one step' };
  const most = period > 1 ? period - 1 : AHEAD.most;
  const plainSteps = Math.max(1, Math.min(most, Math.round(sampleMs / milliseconds)));
  return { contender, plainSteps, parameters, samples: [] };
}

const whyOf = (thrown: unknown): Cell => ({ kind: 'absent', why: (thrown as Error).message });

/**
 * One case on every contender, a sample of each in turn.
 *
 * @returns by contender's name
 * @throws Error if their networks differ: the figures would not compare.
 */
async function measureCase(
  contenders: readonly (Contender | Absent)[],
  benchCase: BenchCase,
  limits: Limits,
  paces: Paces,
): Promise<Record<string, Cell>> {
  const period = periodOf(planOf(benchCase));
  const cells: Record<string, Cell> = {};
  const entrants: Entrant[] = [];
  for (const contender of contenders) {
    const entered =
      'ask' in contender
        ? await enter(contender, benchCase, period, limits, paces).catch(whyOf)
        : ({ kind: 'absent', why: contender.why } as const);
    if ('samples' in entered) entrants.push(entered);
    else cells[contender.name] = entered;
  }
  const sizes = new Set(entrants.map(({ parameters }) => parameters));
  if (sizes.size > 1) throw new Error(`The networks of ${benchCase.name} differ: ${[...sizes].join(', ')} weights.`);

  for (let round = 0; round < limits.rounds; round++) {
    // Each round begins with another one, so that nobody always follows the same.
    for (let i = 0; i < entrants.length; i++) {
      const { contender, plainSteps, samples } = entrants[(i + round) % entrants.length] as Entrant;
      if (cells[contender.name]) continue;
      await takeSample(contender, period, plainSteps).then(
        (sample) => samples.push(sample),
        (thrown) => {
          cells[contender.name] = whyOf(thrown);
        },
      );
    }
  }
  for (const { contender, samples } of entrants) {
    cells[contender.name] ??= { kind: 'measured', ...summarise(samples) };
    await contender.ask({ ask: 'close' }).catch(() => undefined);
  }
  // In the contenders' own order, whenever each cell was decided.
  return Object.fromEntries(contenders.map(({ name }) => [name, cells[name] as Cell]));
}

/** Every case at every batch size, the small ones first: they tell whether the next is worth a try, and time may end. */
export async function measureCases(
  contenders: readonly (Contender | Absent)[],
  { width, batches, limits }: Size,
  say: (progress: string) => void,
): Promise<CaseResult[]> {
  const began = performance.now();
  const paces: Paces = new Map();
  const results = CASE_NAMES.map((name) => ({ name, batches: [] as CaseResult['batches'][number][] }));
  for (const batch of batches) {
    for (const { name, batches: measured } of results) {
      const elapsed = performance.now() - began;
      if (elapsed > limits.totalMs) continue;
      say(`${Math.round(elapsed / 1000)} s: ${name}, batch ${batch} …`);
      const cells = await measureCase(contenders, { name, batch, width }, limits, paces);
      measured.push({ batch, flops: flopsOf(planOf({ name, batch, width })), cells });
    }
  }
  return results;
}
