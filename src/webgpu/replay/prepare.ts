import { ADAM, MOVE_TOWARDS } from '../../core/kernels.ts';
import { ASSIGN } from '../../program/kinds.ts';
import { withAssignments } from '../../program/passes/assignments.ts';
import { withoutRepeats } from '../../program/passes/common.ts';
import { withoutArithmeticOnConstants } from '../../program/passes/constants.ts';
import { withoutDeadCode } from '../../program/passes/deadCode.ts';
import { fused } from '../../program/passes/fusion.ts';
import { withSplitSums } from '../../program/passes/split.ts';
import { together } from '../../program/passes/together.ts';
import type { Program } from '../../program/program.ts';

/** A program as few dispatches can run it. */
export function prepared<Event>(program: Program<Event>): Program<Event> {
  const smaller = withoutDeadCode(withoutRepeats(withoutArithmeticOnConstants(program)));
  return fused(together(withAssignments(withSplitSums(smaller)), [ADAM, MOVE_TOWARDS, ASSIGN]));
}
