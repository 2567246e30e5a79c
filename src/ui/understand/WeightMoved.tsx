import type { WeightMove } from '../../core/trace.ts';
import { useTexts } from '../../i18n/index.ts';
import { formatShort } from '../format.ts';
import classes from './step.module.css';

interface WeightMovedProps {
  readonly weights: WeightMove;
  readonly network: 'D' | 'G';
  /** It is about what a constraint did. */
  readonly clip: boolean;
}

/** From a hundred thousandth of its length to all of it, by the logarithm. */
const DECADES = 5;

/** How far an update moved the weights, beside how long they are; or how many lie at a bound now. */
export function WeightMoved({ weights: { norm, move, clipped }, network, clip }: WeightMovedProps) {
  const texts = useTexts('understand').lines.weights;
  const share = norm > 0 ? move / norm : 0;
  if (clip) return <p>{texts.clipped({ percent: 100 * (clipped ?? 0) })}</p>;
  return (
    <div className={classes.moved} data-network={network}>
      <dl className={classes.losses}>
        <div>
          <dt>{texts.norm}</dt>
          <dd>{formatShort(norm)}</dd>
        </div>
        <div>
          <dt>{texts.move}</dt>
          <dd>{formatShort(move)}</dd>
        </div>
      </dl>
      <p>{texts.relative({ percent: 100 * share })}</p>
      <div className={classes.bar} aria-hidden="true">
        <span style={{ transform: `scaleX(${Math.max(0, Math.min(1, 1 + Math.log10(share || 1e-9) / DECADES))})` }} />
      </div>
      <p className={classes.ends} aria-hidden="true">
        <span>{texts.percent({ percent: 100 * 10 ** -DECADES })}</span>
        <span>{texts.percent({ percent: 100 })}</span>
      </p>
    </div>
  );
}
