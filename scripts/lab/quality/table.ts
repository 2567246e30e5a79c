/** The table of all systems in all measures in docs/results.md. */
import type { RunConfig } from '../../../src/core/config.ts';
import { findRecipe } from '../../../src/gan/recipes/index.ts';
import { deviation, markdownTable, mean } from '../tables.ts';

/** In place of a recipe: official test digits. */
export const REAL = 'real';

export interface ShownScore {
  readonly name: string;
  readonly direction: 'higher' | 'lower' | 'half' | 'floor';
  /** Null where it is infinite: JSON has no such number. */
  readonly value: number | null;
  readonly floor: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export type Scores = Readonly<Record<string, ShownScore>>;

export interface QualityRun {
  readonly recipe: string;
  readonly steps: number;
  /** Null for real digits. */
  readonly config: RunConfig | null;
  readonly scores: Scores;
}

const ARROWS = { higher: '↑', lower: '↓', half: '½', floor: '' } as const;

/** Three digits that matter, without powers of ten. */
function short(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '∞';
  const size = Math.abs(value);
  if (size >= 1e5) return value.toExponential(1);
  return size >= 100
    ? value.toFixed(0)
    : size >= 10
      ? value.toFixed(1)
      : size >= 1
        ? value.toFixed(2)
        : value.toFixed(3);
}

const isNumber = (value: number | null): value is number => value !== null;

/** Mean ± deviation over seeds, and under it the mean of the intervals' ends. */
function cell(runs: readonly QualityRun[], id: string): string {
  const scores = runs.flatMap(({ scores }) => scores[id] ?? []);
  if (scores.length === 0) return '–';
  const values = scores.map(({ value }) => value);
  const finite = values.filter(isNumber);
  if (finite.length < values.length) return '∞';
  const ends = (['low', 'high'] as const).map((end) => {
    const found = scores.map((score) => score[end]).filter(isNumber);
    return found.length < scores.length ? '∞' : short(mean(found));
  });
  const spread = finite.length > 1 ? ` ± ${short(deviation(finite))}` : '';
  return `${short(mean(finite))}${spread}<br>[${ends.join(', ')}]`;
}

const nameOf = (recipe: string): string => findRecipe(recipe)?.name ?? 'test digits';

/** A line for each measure, a column for each system; those on other images than MNIST come last, with what real ones get. */
export function tableOf(runs: readonly QualityRun[]): string {
  const real = runs.filter(({ recipe }) => recipe === REAL);
  const ids = Object.keys(real[0]?.scores ?? {});
  const isMnist = ({ config }: QualityRun) => config?.data === 'mnist';
  const systems = [...new Set(runs.filter((run) => run.recipe !== REAL).map(({ recipe }) => recipe))].toSorted(
    (a, b) =>
      Number(runs.some((r) => r.recipe === b && isMnist(r))) - Number(runs.some((r) => r.recipe === a && isMnist(r))),
  );
  const of = (recipe: string) => runs.filter((run) => run.recipe === recipe);
  const others = systems.filter((recipe) => !of(recipe).some(isMnist));
  const head = [
    'measure',
    'real digits get',
    'test digits',
    ...systems.map(nameOf),
    ...others.map((recipe) => `${nameOf(recipe)}: real images get`),
  ];
  const floorOf = (own: readonly QualityRun[], id: string) => {
    const floors = own.flatMap(({ scores }) => scores[id]?.floor ?? []);
    return floors.length === 0 ? '–' : short(mean(floors));
  };
  const lines = ids.map((id) => {
    const { name = id, direction = 'floor' } = real[0]?.scores[id] ?? {};
    return [
      `${name} ${ARROWS[direction]}`,
      floorOf(real, id),
      cell(real, id),
      ...systems.map((recipe) => cell(of(recipe), id)),
      ...others.map((recipe) => floorOf(of(recipe), id)),
    ];
  });
  return markdownTable(head, lines);
}
