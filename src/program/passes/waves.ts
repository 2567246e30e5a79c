import { inputsOf, type Operation, type Program } from '../program.ts';
import { changedBy } from '../versions.ts';

/**
 * Operations that do not wait for each other, together: none reads or changes what another of its wave makes or changes.
 * Each is in the first wave that it can be in.
 *
 * @param most operations in a wave
 */
export function wavesOf({ operations }: Program, most = Number.POSITIVE_INFINITY): readonly (readonly Operation[])[] {
  const waves: Operation[][] = [];
  /** The wave after the last that wrote a slot, and after the last that read it. */
  const written = new Map<number, number>();
  const read = new Map<number, number>();
  for (const operation of operations) {
    const reads = inputsOf(operation).map(({ slot }) => slot);
    const writes = [...operation.outputs.map(({ slot }) => slot), ...changedBy(operation)];
    let wave = Math.max(
      0,
      ...reads.map((slot) => written.get(slot) ?? 0),
      ...writes.map((slot) => Math.max(written.get(slot) ?? 0, read.get(slot) ?? 0)),
    );
    while ((waves[wave]?.length ?? 0) >= most) wave++;
    waves[wave] ??= [];
    waves[wave]?.push(operation);
    for (const slot of reads) read.set(slot, Math.max(read.get(slot) ?? 0, wave + 1));
    for (const slot of writes) written.set(slot, wave + 1);
  }
  return waves.map((wave) => wave ?? []).filter((wave) => wave.length > 0);
}
