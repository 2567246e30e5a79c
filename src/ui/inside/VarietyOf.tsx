import type { Inspection, VarietyShare } from '../../core/inspection.ts';
import { useTexts } from '../../i18n/index.ts';
import { useDataSet, useRun } from '../playground.ts';
import classes from './inside.module.css';

/** More classes than these are not listed one by one. */
const MOST_LISTED = 20;

const leastOf = (variety: readonly VarietyShare[]): VarietyShare | undefined =>
  variety.toSorted((a, b) => a.share - b.share)[0];

/** How much what G draws varies: of each class, where it is asked for one. */
export function VarietyOf({ inspection: { variety } }: { readonly inspection: Inspection }) {
  const texts = useTexts('inside').variety;
  const names = useDataSet(useRun(({ opened }) => opened.data))?.classes;
  const nameOf = (label: number): string => names?.[label] ?? String(label);
  const [whole, ...within] = variety;
  if (!whole) return null;
  const least = leastOf(within);
  return (
    <section className={classes.part}>
      <p>{texts.whole({ percent: 100 * whole.share })}</p>
      {least && <p>{texts.ofClass({ percent: 100 * least.share, label: nameOf(least.label ?? 0) })}</p>}
      {least && within.length <= MOST_LISTED && (
        <ul className={classes.variety} aria-label={texts.list}>
          {within.map(({ label, share }) => (
            <li key={label} data-least={label === least.label || undefined}>
              <span>{nameOf(label ?? 0)}</span>
              <span className={classes.track} aria-hidden="true">
                <span className={classes.share} style={{ height: `${Math.min(1, share) * 100}%` }} />
              </span>
              <span>{texts.share({ percent: 100 * share })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
