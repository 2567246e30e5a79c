import { useEffect, useState } from 'react';
import { EngineError } from '../../core/errors.ts';
import type { Spectrum } from '../../core/inspection.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useController, useRun } from '../playground.ts';
import classes from './inside.module.css';
import { LETTER, type Place } from './rows.ts';

const [WIDTH, HEIGHT] = [520, 96];
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

/** How much a layer's kernel stretches what goes in, direction by direction. */
export function SpectrumPlot({ place, step }: { readonly place: Place | null; readonly step: number }) {
  const texts = useTexts('inside');
  const { request } = useController();
  const run = useRun(({ info }) => info?.run ?? 0);
  const [spectrum, setSpectrum] = useState<Spectrum | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { network, layer } = place ?? {};

  // biome-ignore lint/correctness/useExhaustiveDependencies: after another step the kernel is another one
  useEffect(() => {
    if (network === undefined || layer === undefined) return;
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

  const shown = spectrum && spectrum.network === network && spectrum.layer === layer ? spectrum : null;
  const named = place && { network: LETTER[place.network], layer: place.layer + 1, matrix: place.matrix.join('×') };
  return (
    <section className={classes.part}>
      <h3>{texts.spectrum.title}</h3>
      {error && <p role="alert">{error}</p>}
      {!named && <p>{texts.spectrum.choose}</p>}
      {shown && named && (
        <>
          <p>
            <b>{texts.spectrum.name(named)}</b>. {texts.spectrum.look}
          </p>
          <svg
            className={classes.plot}
            viewBox={`-5 -18 ${WIDTH + 10} ${HEIGHT + 23}`}
            role="img"
            aria-label={texts.spectrum.describe({
              ...named,
              largest: shown.values[0] ?? 0,
              smallest: shown.values.at(-1) ?? 0,
            })}
          >
            {[0, 1, 2, 3].map((decade) => (
              <g key={decade} transform={`translate(0 ${(decade / DECADES) * HEIGHT})`}>
                <line x1={0} x2={WIDTH} className={classes.axis} />
                {decade > 0 && (
                  <text x={WIDTH} y={-3} textAnchor="end">
                    {`1/${10 ** decade}`}
                  </text>
                )}
              </g>
            ))}
            <path d={spectrumPath(shown.values)} className={classes.curve} />
            <circle cx={0} cy={0} r={3.5} className={classes.dot} />
            <text x={0} y={-8}>
              {texts.spectrum.largest({ value: shown.values[0] ?? 0 })}
            </text>
          </svg>
        </>
      )}
    </section>
  );
}
