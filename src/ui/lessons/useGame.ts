import { useEffect, useMemo, useState } from 'react';
import { brightnessOf } from '../../picture/brightness.ts';
import { oneImage } from '../../picture/oneImage.ts';
import type { SampleGrid } from '../../protocol/index.ts';
import { createAsker } from '../asking.ts';
import { useAskable, useOnce } from '../latent/useDrawn.ts';
import { useController, useRun } from '../playground.ts';

/** What D says of the pair on the drawing, as the objective reads it. */
export interface Verdicts {
  readonly fake: number;
  readonly real: number;
}

/** The drawing follows a training at this pace. */
const EVERY_MS = 1000;
/** Numbers of z that the drawing has room for. */
const SHOWN = 8;

/** Both images as D takes them: [2, height, width, channels], from 0 to 1; with the classes, where G is told one. */
function pairOf({ generated, real }: SampleGrid) {
  const [fake, one] = [oneImage(generated, 0), oneImage(real, 0)];
  const classes = fake.labels && Uint8Array.of(fake.labels[0] ?? 0, one.labels?.[0] ?? 0);
  return { examples: brightnessOf([...fake.pixels, ...one.pixels]), classes };
}

/** D's verdicts on the first generated and the first real digit of the picture, also while that changes; null before. */
export function useVerdicts(grid: SampleGrid | null): Verdicts | null {
  const { request } = useController();
  const run = useAskable();
  const [said, setSaid] = useState<Verdicts | null>(null);
  const asker = useMemo(
    () =>
      createAsker(
        (shown: SampleGrid) => request('judge', { run, ...pairOf(shown) }),
        {
          answer: ({ scores }) => setSaid({ fake: scores[0] ?? Number.NaN, real: scores[1] ?? Number.NaN }),
          // What goes wrong about the run is said by the run; the next picture asks again.
          fail: () => setSaid(null),
        },
        EVERY_MS,
      ),
    [request, run],
  );
  useEffect(() => asker.end, [asker]);
  useEffect(() => {
    if (grid && run > 0) asker.wish(grid);
  }, [asker, grid, run]);
  return said;
}

/** The first numbers of the z of which G makes the first digit of the picture; null before they are known. */
export function useChance(): readonly number[] | null {
  const classes = useRun((state) => state.classes);
  const { answer } = useOnce('latentPoints', { of: { kind: 'grid', classes } });
  return useMemo(() => (answer ? [...answer.z.subarray(0, Math.min(SHOWN, answer.size))] : null), [answer]);
}
