import type { ScalarName } from '../../core/scalars.ts';
import { useTexts } from '../../i18n/index.ts';
import { heavier, lossLine } from '../../plot/series.ts';
import { Swatch } from '../charts/Swatch.tsx';
import { formatShort } from '../format.ts';
import { MathFormula } from './MathFormula.tsx';
import classes from './understand.module.css';
import { useLighting } from './useLighting.ts';

interface Words {
  readonly name: string;
  /** Absent for a whole loss: it is the sum of what stands above it. */
  readonly formula?: {
    readonly sign: string;
    readonly size: string;
    /** The whole in words. */
    readonly reading: string;
  };
}

interface TermRowProps extends Words {
  /** Whose curve is drawn; null where none is. */
  readonly curve: ScalarName | null;
  /** Null before the first, undefined where there will never be one. */
  readonly value: number | null | undefined;
}

/** A term, the line that is drawn of it, and its newest value in a cell that keeps its size. */
export function TermRow({ curve, value, ...words }: TermRowProps) {
  return (
    <li className={classes.term} data-whole={words.formula ? undefined : true}>
      {curve ? (
        <Lighter curve={curve} {...words} />
      ) : (
        <div className={classes.words}>
          <Written {...words} />
        </div>
      )}
      <b>{value !== undefined && formatShort(value)}</b>
    </li>
  );
}

/** Pointed at, or pressed, it makes its curve heavier. */
function Lighter({ curve, ...words }: Words & { readonly curve: ScalarName }) {
  const texts = useTexts('understand');
  const { isLit, isKept, on } = useLighting(curve);
  const line = lossLine(curve);
  return (
    <button
      type="button"
      className={classes.words}
      aria-pressed={isKept}
      title={texts.light}
      data-curve={curve}
      {...on}
    >
      <Swatch {...(isLit ? heavier(line) : line)} />
      <Written {...words} />
    </button>
  );
}

const Written = ({ name, formula }: Words) => (
  <>
    <span className={classes.name}>{name}</span>{' '}
    {formula && (
      <i>
        <span aria-hidden="true">{formula.sign}</span>
        <span>
          <MathFormula reading={formula.reading}>{formula.size}</MathFormula>
        </span>
      </i>
    )}
  </>
);
