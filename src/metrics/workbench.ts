import type { RandomStream } from '../core/random.ts';
import { initialState, openStream } from '../core/random.ts';
import type { Matrix } from './matrix.ts';
import { type Pairs, squaredDistances } from './pairs.ts';
import type { Examples, Need, Subjects } from './score.ts';
import type { Slices } from './slices.ts';

type Origin = keyof Subjects;

/** The subjects, and what several measures need of them: computed when it is first asked for, and kept. */
export interface Workbench {
  readonly subjects: Subjects;
  /** @throws RangeError if the examples came without it. */
  part<Name extends Need>(origin: Origin, name: Name): NonNullable<Examples[Name]>;
  /** Squared distances between features: real against generated or held-out examples. */
  distances(other: 'fake' | 'heldOut'): Slices<Pairs>;
  /** Random numbers for one purpose, the same at each call. */
  stream(purpose: string): RandomStream;
}

export function createWorkbench(subjects: Subjects, seed: number): Workbench {
  const known = new Map<string, Matrix>();

  function part<Name extends Need>(origin: Origin, name: Name): NonNullable<Examples[Name]> {
    const found = subjects[origin][name];
    if (!found) throw new RangeError(`The ${origin} examples have no ${name}.`);
    return found;
  }
  function* between(first: Origin, second: Origin): Slices<Matrix> {
    const key = `${first} ${second}`;
    const found = known.get(key) ?? (yield* squaredDistances(part(first, 'features'), part(second, 'features')));
    known.set(key, found);
    return found;
  }

  return {
    subjects,
    part,
    *distances(other) {
      return {
        real: yield* between('real', 'real'),
        cross: yield* between('real', other),
        other: yield* between(other, other),
      };
    },
    stream: (purpose) => openStream(initialState(seed, `metrics.${purpose}`)),
  };
}
