import { ASSIGN } from '../kinds.ts';
import type { Operation, Program, Ref, Slot } from '../program.ts';

/**
 * Makes what is stored at the end an operation that changes the state in place. State may take over the numbers of other
 * state: such stores stay, because none of them may be the first.
 */
export function withAssignments<Event>(program: Program<Event>): Program<Event> {
  const { slots, stores } = program;
  const refTo = (slot: number): Ref => ({ slot, shape: (slots[slot] as Slot).shape });
  const isOwn = (slot: number): boolean => slots[slot]?.origin.kind !== 'state';
  const assignments = stores
    .filter(({ from }) => isOwn(from))
    .map(
      ({ state, from }): Operation => ({
        kernel: ASSIGN,
        inputs: { state: refTo(state), from: refTo(from) },
        listed: false,
        attrs: {},
        outputs: [],
        changes: ['state'],
      }),
    );
  return {
    ...program,
    operations: [...program.operations, ...assignments],
    stores: stores.filter(({ from }) => !isOwn(from)),
  };
}
