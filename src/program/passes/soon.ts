import { inputsOf, type Operation, type Program } from '../program.ts';
import { changedBy } from '../versions.ts';

/** What sums up gradients, beside what changes something in place. */
const SUMS = new Set(['Add', 'AddN']);

const isUpdate = ({ outputs, changes }: Operation): boolean => outputs.length === 0 && changes.length > 0;

/** Whether the later of two operations depends on the earlier. */
function waitsFor(later: Operation, earlier: Operation): boolean {
  const made = earlier.outputs.map(({ slot }) => slot);
  const reads = inputsOf(later).map(({ slot }) => slot);
  const [changed, changes] = [changedBy(earlier), changedBy(later)];
  return (
    reads.some((slot) => made.includes(slot) || changed.includes(slot)) ||
    inputsOf(earlier).some(({ slot }) => changes.includes(slot))
  );
}

/**
 * Brings an update to the gradient that it takes, an average to the update of the weight that it follows, and a sum of
 * gradients to the last of these, so that what they read is still in the cache.
 */
export function withUpdatesSoon<Event>(program: Program<Event>): Program<Event> {
  const operations: Operation[] = [];
  for (const operation of program.operations) {
    const mayMove = isUpdate(operation) || SUMS.has(operation.kernel);
    const at = mayMove ? 1 + operations.findLastIndex((earlier) => waitsFor(operation, earlier)) : operations.length;
    operations.splice(at, 0, operation);
  }
  return { ...program, operations };
}
