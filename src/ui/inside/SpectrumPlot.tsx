import { useEffect, useState } from 'react';
import { EngineError } from '../../core/errors.ts';
import type { Spectrum } from '../../core/inspection.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useController, useRun } from '../playground.ts';
import classes from './inside.module.css';
import { LETTER, type Place } from './rows.ts';

const [WIDTH, HEIGHT] = [292, 84];
/** Beside the curve, for what its lines mean. */
const LABELS = 46;
/** Smaller ones are drawn at the bottom: what is a thousandth of the largest does next to nothing. */
const DECADES = 3;

/** The curve of singular values by rank, their logarithm upwards; the largest touches the top. */
function spectrumPath(values: Float64Array): string {
  const largest = values[0] ?? 1;
  const last = Math.max(1, values.length - 1);
  const points = Array.from(values, (value, i) => {
    const below = value > 0 ? Math.min(DECADES, Math.log10(largest / value)) : DECADES;
    return `${((i / last) * WIDTH).toFixed(1)},${((below / DECADES) * HEIGHT).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

interface SpectrumPlotProps extends Place {
  /** Its kernel as a matrix. */
  readonly matrix: readonly [number, number];
  /** The step after which it was looked at. */
  readonly step: number;
}

/** How much a layer's kernel stretches what goes in, direction by direction. */
export function SpectrumPlot({ network, layer, matrix, step }: SpectrumPlotProps) {
  const texts = useTexts('inside').spectrum;
  const { request } = useController();
  const run = useRun(({ info }) => info?.run ?? 0);
  const [spectrum, setSpectrum] = useState<Spectrum | null>(null);
  const [error, setError] = useState<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after another step the kernel is another one
  useEffect(() => {
    let wanted = true;
    request('spectrum', { run, network, layer }).then(
      (found) => {
        if (!wanted) return;
        setSpectrum(found);
        setError(null);
      },
      (thrown: unknown) => wanted && setError(sentenceOf(EngineError.from(thrown).problem)),
    );
    return () => {
      wanted = false;
    };
  }, [request, run, network, layer, step]);

  // Its place is kept until the first has come.
  const shown = spectrum?.network === network && spectrum.layer === layer ? spectrum : null;
  const [largest, smallest] = [shown?.values[0] ?? 0, shown?.values.at(-1) ?? 0];
  const named = { network: LETTER[network], layer: layer + 1, matrix: matrix.join('×') };
  return (
    <div className={classes.spectrum}>
      <p>
        <b>{texts.title}</b> {texts.look}
      </p>
      {error && <p role="alert">{error}</p>}
      <svg
        className={classes.plot}
        viewBox={`-5 -18 ${WIDTH + LABELS + 5} ${HEIGHT + 23}`}
        role="img"
        aria-label={shown ? texts.describe({ ...named, largest, smallest }) : texts.coming}
      >
        {[0, 1, 2, 3].map((decade) => (
          <g key={decade} transform={`translate(0 ${(decade / DECADES) * HEIGHT})`}>
            <line x1={0} x2={WIDTH} className={classes.axis} />
            {decade > 0 && (
              <text x={WIDTH + 6} y={4}>
                {`1/${10 ** decade}`}
              </text>
            )}
          </g>
        ))}
        {shown && (
          <>
            <path d={spectrumPath(shown.values)} className={classes.curve} />
            <circle cx={0} cy={0} r={3.5} className={classes.dot} />
            <text x={0} y={-8}>
              {texts.largest({ value: largest })}
            </text>
          </>
        )}
        <text x={WIDTH} y={-8} textAnchor="end">
          {texts.kernel(named)}
        </text>
      </svg>
    </div>
  );
}
