/** A step of what convinces D: along the slope of its output, as far as that helps. */
import type { RunId, Verdict } from '../../protocol/index.ts';
import type { Controller } from '../state/controller.ts';
import type { Asked } from './useVerdict.ts';

/** The steepest value moves by these, in units of the whole range. Where D bends, a longer step may lead down. */
const STEPS = [0.3, 0.15, 0.08, 0.04, 0.02, 0.01];

/** Between which a value may be. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Examples moved along a slope, one for each step: [STEPS.length, …examples], flat. */
export function candidates(
  examples: Float32Array,
  slopes: Float32Array,
  { low, high }: Range,
): Float32Array<ArrayBuffer> {
  const steepest = slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0) || 1;
  const moved = STEPS.map((step) =>
    examples.map((value, i) => {
      const far = ((slopes[i] as number) / steepest) * step * (high - low);
      return Math.min(high, Math.max(low, value + far));
    }),
  );
  const all = new Float32Array(STEPS.length * examples.length);
  for (const [n, one] of moved.entries()) all.set(one, n * examples.length);
  return all;
}

/**
 * @param asked one example
 * @returns the same moved to where D's output is highest along its slope; null where no step raises it
 */
export async function climb(
  request: Controller['request'],
  run: RunId,
  asked: Asked,
  range: Range,
): Promise<Float32Array<ArrayBuffer> | null> {
  const { slopes, outputs: before }: Verdict = await request('judge', { run, ...asked });
  const moved = candidates(asked.examples, slopes, range);
  const label = asked.classes?.[0];
  const classes = label === undefined ? null : new Uint8Array(STEPS.length).fill(label);
  const { outputs } = await request('judge', { run, examples: moved, classes });
  const highest = outputs.indexOf(outputs.reduce((most, output) => Math.max(most, output)));
  if ((outputs[highest] as number) <= (before[0] as number)) return null;
  return moved.slice(highest * asked.examples.length, (highest + 1) * asked.examples.length);
}
