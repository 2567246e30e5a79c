import type { Inspection, VarietyShare } from '../../core/inspection.ts';
import { formatsNow, useTexts } from '../../i18n/index.ts';
import { useDataSet, useRun } from '../playground.ts';
import classes from './inside.module.css';

/** More classes than these are not listed one by one. */
const MOST_LISTED = 20;
/** As many as have room for “100 %” side by side. */
const MOST_IN_ROW = 10;

const leastOf = (variety: readonly VarietyShare[]): VarietyShare | undefined =>
  variety.toSorted((a, b) => a.share - b.share)[0];

/** How much what G draws varies: of each class, where it is asked for one. */
export function VarietyOf({ inspection: { variety } }: { readonly inspection: Inspection }) {
  const texts = useTexts('inside').variety;
  const names = useDataSet(useRun(({ opened }) => opened.data))?.classes;
  const nameOf = (label: number | null): string => names?.[label ?? 0] ?? String(label ?? 0);
  const [whole, ...within] = variety;
  if (!whole) return null;
  const least = leastOf(within);
  const rows = Math.ceil(within.length / MOST_IN_ROW);
  const columns = { '--columns': Math.ceil(within.length / rows) } as React.CSSProperties;
  return (
    <section className={classes.part}>
      <h3>{texts.title}</h3>
      <p>{formatsNow().sentences([texts.look, least ? texts.ofClass : ''])}</p>
      <p className={classes.shares}>
        <span>{texts.all}</span> <b className={classes.number}>{texts.exact({ percent: 100 * whole.share })}</b>
        {least && (
          <>
            {' '}
            <span>{texts.least}</span> <b className={classes.number}>{texts.exact({ percent: 100 * least.share })}</b>{' '}
            {/* The last, because names differ in length. */}
            <span className={classes.name}>{texts.named({ label: nameOf(least.label) })}</span>
          </>
        )}
      </p>
      {least && within.length <= MOST_LISTED && (
        <ul className={classes.variety} style={columns} aria-label={texts.list}>
          {within.map(({ label, share }) => (
            <li key={label} data-least={label === least.label || undefined}>
              <span title={nameOf(label)}>{nameOf(label)}</span>
              <span className={classes.track} aria-hidden="true">
                <span style={{ transform: `scaleY(${Math.min(1, share)})` }} />
              </span>
              <span>{texts.share({ percent: 100 * share })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
