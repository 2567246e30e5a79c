import type { Inspection } from '../../core/inspection.ts';
import { useTexts } from '../../i18n/index.ts';
import { formatTick, valueTicks } from '../../plot/ticks.ts';
import { formatShort } from '../format.ts';
import { useRun } from '../playground.ts';
import { histogram } from './histogram.ts';
import classes from './inside.module.css';

const BINS = 40;
/** About the pixels that it has, so that its numbers are as large as others. */
const [WIDTH, HEIGHT] = [340, 104];

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The outline of the bars of a histogram, as high as `most` fills the picture. */
function outline(counts: Uint32Array, most: number, width: number, height: number): string {
  const step = width / counts.length;
  const tops = Array.from(counts, (count, i) => {
    const y = Math.round((height - (count / most) * height) * 10) / 10;
    return `L${Math.round(i * step * 10) / 10},${y}L${Math.round((i + 1) * step * 10) / 10},${y}`;
  });
  return `M0,${height}${tops.join('')}L${width},${height}Z`;
}

/** How D scores real and generated examples, one by one. */
export function Histogram({ inspection: { scores } }: { readonly inspection: Inspection }) {
  const texts = useTexts('inside');
  const probability = useRun(({ info }) => info?.score === 'probability');
  const all = [...scores.real, ...scores.generated];
  const ticks = probability ? [0, 0.25, 0.5, 0.75, 1] : valueTicks(Math.min(...all), Math.max(...all));
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  const real = histogram(scores.real, low, high, BINS);
  const generated = histogram(scores.generated, low, high, BINS);
  const most = Math.max(...real, ...generated);
  const means = { real: mean(scores.real), generated: mean(scores.generated) };
  return (
    <section className={classes.part}>
      <h3>{texts.scores.title}</h3>
      <p>{texts.scores.look}</p>
      <ul className={classes.legend}>
        <li data-of="real">
          {texts.scores.real} <b className={classes.number}>{formatShort(means.real)}</b>
        </li>
        <li data-of="generated">
          {texts.scores.generated} <b className={classes.number}>{formatShort(means.generated)}</b>
        </li>
      </ul>
      <svg
        className={classes.plot}
        viewBox={`0 -2 ${WIDTH} ${HEIGHT + 18}`}
        role="img"
        aria-label={texts.scores.describe({ count: scores.real.length, ...means })}
      >
        <path d={outline(real, most, WIDTH, HEIGHT)} className={classes.real} />
        <path d={outline(generated, most, WIDTH, HEIGHT)} className={classes.generated} />
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={classes.axis} />
        {ticks.map((tick, i) => (
          <text
            key={tick}
            x={((tick - low) / (high - low)) * WIDTH}
            y={HEIGHT + 13}
            textAnchor={i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}
          >
            {formatTick(tick)}
          </text>
        ))}
      </svg>
      <p className={classes.unit}>{probability ? texts.scores.probability : texts.scores.raw}</p>
    </section>
  );
}
