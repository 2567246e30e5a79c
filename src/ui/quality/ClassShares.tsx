import { useTexts } from '../../i18n/index.ts';
import type { Score, Scores } from '../../protocol/index.ts';
import { formatWhole } from '../format.ts';
import { useDataSet, useRun } from '../playground.ts';
import { HeatMap } from './HeatMap.tsx';
import classes from './quality.module.css';
import { scoreOf } from './scoreRows.ts';
import { useShownScores, useSubject } from './useQuality.ts';

/** Measures that come with a table of classes or modes; the first that was measured is shown. */
const TABLES = ['agreement', 'coverage', 'modesFound'] as const;

function newestTable(all: readonly Scores[]): { readonly step: number; readonly score: Score } | null {
  for (const measured of all.toReversed()) {
    for (const id of TABLES) {
      const score = scoreOf(measured, id);
      if (score?.table) return { step: measured.step, score };
    }
  }
  return null;
}

/** Which classes G draws: those that were asked for against those that are found, or the share of each. */
export function ClassShares() {
  const texts = useTexts('quality');
  const names = useDataSet(useRun(({ opened }) => opened.data))?.classes ?? [];
  const { inPlane } = useSubject();
  const found = newestTable(useShownScores());
  if (!found) return <p className={classes.empty}>{inPlane ? texts.noModes : texts.noClasses}</p>;
  const { step, score } = found;
  const nameOf = (i: number): string => names[i] ?? formatWhole(i + 1);
  const at = { step };
  if (score.id === 'agreement')
    return <HeatMap table={score.table ?? []} nameOf={nameOf} caption={texts.confusion(at)} />;
  const shares = score.table?.[0] ?? [];
  const most = Math.max(...shares, 1e-9);
  return (
    <figure className={classes.shares}>
      <figcaption>{(score.id === 'coverage' ? texts.shares : texts.modeShares)(at)}</figcaption>
      <ol>
        {shares.map((share, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
          <li key={i}>
            <span>{nameOf(i)}</span>
            <span className={classes.share}>
              <span style={{ transform: `scaleX(${share / most})` }} />
            </span>
            <b>{(100 * share).toFixed(1)} %</b>
          </li>
        ))}
      </ol>
    </figure>
  );
}
