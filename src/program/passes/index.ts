/** What is made of a program before it is laid out, in this order: each gives the same numbers with less work. */
import type { Program } from '../program.ts';
import { withoutRepeats } from './common.ts';
import { withoutArithmeticOnConstants } from './constants.ts';
import { withoutDeadCode } from './deadCode.ts';
import { withNarrowProducts } from './narrow.ts';
import { withUpdatesSoon } from './soon.ts';

const passes = {
  repeats: withoutRepeats,
  constants: withoutArithmeticOnConstants,
  deadCode: withoutDeadCode,
  narrow: withNarrowProducts,
  soon: withUpdatesSoon,
} as const;

export type PassName = keyof typeof passes;
export const PASSES = Object.keys(passes) as readonly PassName[];

/** @param without passes that are left out, to see what each is worth */
export const improved = <Event>(program: Program<Event>, without: readonly PassName[] = []): Program<Event> =>
  PASSES.filter((name) => !without.includes(name)).reduce((made, name) => passes[name](made), program);
