import { ADAM, MOVE_TOWARDS } from '../../core/kernels.ts';
import { ASSIGN } from '../../program/kinds.ts';
import { withAssignments } from '../../program/passes/assignments.ts';
import { fused } from '../../program/passes/fusion.ts';
import { withSplitSums } from '../../program/passes/split.ts';
import { together } from '../../program/passes/together.ts';
import type { Program } from '../../program/program.ts';

/** A program as few dispatches can run it. */
export const prepared = <Event>(program: Program<Event>): Program<Event> =>
  fused(together(withAssignments(withSplitSums(program)), [ADAM, MOVE_TOWARDS, ASSIGN]));
