import { inputsOf, type Operation, type Program } from '../program.ts';
import { changedBy } from '../versions.ts';

/** Whether an operation has to do with a slot. */
const touches = (operation: Operation, slot: number): boolean =>
  [...inputsOf(operation), ...operation.outputs].some((ref) => ref.slot === slot);

/** The slot that something which is changed in place follows: the only one that is read beside it. */
function followed(operation: Operation): number | null {
  const changed = changedBy(operation);
  const read = inputsOf(operation).filter(({ slot }) => !changed.includes(slot));
  const [only, another] = read;
  return changed.length > 0 && operation.outputs.length === 0 && only && !another ? only.slot : null;
}

/** Brings an average to the update of the weight that it follows, so that the weight is still in the cache. */
export function withAveragesBesideUpdates<Event>(program: Program<Event>): Program<Event> {
  const operations: Operation[] = [];
  for (const operation of program.operations) {
    const value = followed(operation);
    const at = value === null ? -1 : operations.findLastIndex((earlier) => changedBy(earlier).includes(value));
    const between = operations.slice(at + 1);
    const isFree = !changedBy(operation).some((slot) => between.some((earlier) => touches(earlier, slot)));
    operations.splice(at >= 0 && isFree ? at + 1 : operations.length, 0, operation);
  }
  return { ...program, operations };
}
