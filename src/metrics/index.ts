import type { Measure } from './measure.ts';
import type { Score, Subjects } from './score.ts';
import type { Slices } from './slices.ts';
import { createWorkbench, type Lasting } from './workbench.ts';

/** Every file in `measures` that exports `measure`. A new file is among the scores without editing a list. */
const files = import.meta.glob<Measure>(['./measures/*.ts', '!./measures/*.test.ts'], {
  import: 'measure',
  eager: true,
});

export const measures: readonly Measure[] = Object.values(files);

/** The measures for which all three kinds of examples bring what is needed. */
export const measuresFor = (subjects: Subjects): readonly Measure[] =>
  measures.filter(({ needs }) => needs.every((need) => Object.values(subjects).every((examples) => examples[need])));

/**
 * Scores in the order of the measures. The same subjects and seed give the same scores.
 *
 * @param lasted what was computed of the same real examples before; added to
 */
export function* scoreAll(
  subjects: Subjects,
  {
    seed,
    chosen = measuresFor(subjects),
    lasted,
    onScore,
  }: {
    readonly seed: number;
    readonly chosen?: readonly Measure[];
    readonly lasted?: Lasting;
    onScore?(done: number): void;
  },
): Slices<readonly Score[]> {
  const bench = createWorkbench(subjects, seed, lasted);
  const scores: Score[] = [];
  for (const measure of chosen) {
    const { id, direction } = measure;
    scores.push({ id, direction, ...(yield* measure.score(bench)) });
    onScore?.(scores.length);
    yield;
  }
  return scores;
}
