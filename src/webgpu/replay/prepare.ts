import { ADAM, MOVE_TOWARDS } from '../../core/kernels.ts';
import { ASSIGN } from '../../program/kinds.ts';
import type { Rows } from '../../program/law.ts';
import { withAssignments } from '../../program/passes/assignments.ts';
import { withDraws } from '../../program/passes/draws.ts';
import { fused } from '../../program/passes/fusion.ts';
import { withSplitSums } from '../../program/passes/split.ts';
import { together } from '../../program/passes/together.ts';
import type { Program } from '../../program/program.ts';

/** A program as few dispatches can run it. @param holds whether the device has these rows */
export const prepared = <Event>(program: Program<Event>, holds: (rows: Rows) => boolean): Program<Event> =>
  fused(
    together(withAssignments(withSplitSums(withDraws(program, { holds, scales: false }))), [
      ADAM,
      MOVE_TOWARDS,
      ASSIGN,
    ]),
  );
