import { useTexts } from '../../i18n/index.ts';
import type { Result } from './game.ts';
import classes from './play.module.css';
import type { Rates } from './roc.ts';

const SIDE = 160;
const placeOf = ({ falseAlarms, hits }: Rates): readonly [number, number] => [falseAlarms * SIDE, (1 - hits) * SIDE];

/** D's curve, where D stands on it, and where the person does. */
export function RocPlot({ result: { curve, area, d, you } }: { readonly result: Result }) {
  const texts = useTexts('play').d.curve;
  const [dx, dy] = placeOf(d);
  const yours = you && placeOf(you);
  return (
    <figure className={classes.roc}>
      <figcaption>{texts.title}</figcaption>
      <svg
        viewBox={`-22 -8 ${SIDE + 34} ${SIDE + 30}`}
        role="img"
        aria-label={texts.describe({ area, ...d, yours: you })}
      >
        <rect width={SIDE} height={SIDE} className={classes.frame} />
        <line x1={0} y1={SIDE} x2={SIDE} y2={0} className={classes.chance} />
        <path
          className={classes.curve}
          d={`M${curve
            .map((rates) =>
              placeOf(rates)
                .map((at) => at.toFixed(1))
                .join(','),
            )
            .join('L')}`}
        />
        <circle cx={dx} cy={dy} r={4} />
        <text x={Math.min(dx + 8, SIDE - 14)} y={dy + 14} className={classes.letterD}>
          D
        </text>
        {yours && (
          <g transform={`translate(${yours[0]} ${yours[1]})`} className={classes.you}>
            <path d="M-5,-5L5,5M-5,5L5,-5" />
            <text x={yours[0] > SIDE / 2 ? -9 : 9} y={-8} textAnchor={yours[0] > SIDE / 2 ? 'end' : 'start'}>
              {texts.you}
            </text>
          </g>
        )}
        <text x={SIDE / 2} y={SIDE + 16} textAnchor="middle">
          {texts.falseAlarms}
        </text>
        <text x={-SIDE / 2} y={-10} textAnchor="middle" transform="rotate(-90)">
          {texts.hits}
        </text>
      </svg>
    </figure>
  );
}
