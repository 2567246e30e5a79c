import { useEffect, useRef, useState } from 'react';
import { brightnessOf } from '../../picture/brightness.ts';
import { oneImage } from '../../picture/oneImage.ts';
import type { SampleGrid } from '../../protocol/index.ts';
import { useController, useMember, useRun } from '../playground.ts';

/** What D says of the pair on the drawing, as the objective reads it. */
export interface Verdicts {
  readonly fake: number;
  readonly real: number;
}

/** The drawing follows a training at this pace. */
const EVERY_MS = 1000;

/** Both images as D takes them: [2, height, width, channels], from 0 to 1; with the classes, where G is told one. */
function pairOf({ generated, real }: SampleGrid) {
  const [fake, one] = [oneImage(generated, 0), oneImage(real, 0)];
  const classes = fake.labels && Uint8Array.of(fake.labels[0] ?? 0, one.labels?.[0] ?? 0);
  return { examples: brightnessOf([...fake.pixels, ...one.pixels]), classes };
}

/** D's verdicts on the first generated and the first real digit of the picture, also while that changes; null before. */
export function useVerdicts(grid: SampleGrid | null): Verdicts | null {
  const { request } = useController();
  const member = useMember();
  const isOpen = useRun(({ info }) => info !== null);
  const [said, setSaid] = useState<Verdicts | null>(null);
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!grid || !isOpen) return;
    let wanted = true;
    const ask = async (): Promise<void> => {
      askedAt.current = performance.now();
      const { scores } = await request('judge', { run: member.run, ...pairOf(grid) });
      if (wanted) setSaid({ fake: scores[0] ?? Number.NaN, real: scores[1] ?? Number.NaN });
    };
    const wait = Math.max(0, askedAt.current + EVERY_MS - performance.now());
    // What goes wrong about the run is said by the run; the next picture asks again.
    const timer = setTimeout(() => void ask().catch(() => wanted && setSaid(null)), wait);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [request, member, grid, isOpen]);
  return said;
}
