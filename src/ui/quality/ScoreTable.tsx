import { useTranslation } from 'react-i18next';
import { formatShort, formatWhole } from '../format.ts';
import { directionOf, type MeasureId } from './measures.ts';
import classes from './quality.module.css';
import { scoreOf } from './scoreRows.ts';
import { useQualityState, useScores } from './useQuality.ts';

/** The newest scores, each beside its floor, with what the measure sees and does not. */
export function ScoreTable() {
  const { t } = useTranslation('quality');
  const chosen = useQualityState(({ settings }) => settings.chosen) as readonly MeasureId[];
  const newest = useScores().at(-1);
  if (!newest) return null;
  const end = (value: number): string => (Number.isFinite(value) ? formatShort(value) : '∞');
  return (
    // Many measures with their explanations scroll, so the keyboard must reach them.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused
    <section className={classes.scroll} tabIndex={0} aria-label={t('view.table')}>
      <table className={classes.table}>
        <caption>{t('caption', { step: formatWhole(newest.step), samples: formatWhole(newest.samples) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.measure')}</th>
            <th scope="col">{t('column.value')}</th>
            <th scope="col">{t('column.interval')}</th>
            <th scope="col">{t('column.floor')}</th>
          </tr>
        </thead>
        {chosen.map((id) => {
          const score = scoreOf(newest, id);
          return (
            <tbody key={id}>
              <tr>
                <th scope="row">{t(`measure.${id}.name`)}</th>
                <td>
                  <b>{score ? end(score.value) : '–'}</b>
                </td>
                <td>{score ? `${end(score.interval.low)} … ${end(score.interval.high)}` : '–'}</td>
                <td>{score ? end(score.floor) : '–'}</td>
              </tr>
              <tr className={classes.explained}>
                <td colSpan={4}>
                  {t('sees')} {t(`measure.${id}.sees`)} {t('blind')} {t(`measure.${id}.blind`)}{' '}
                  <em>{t(`direction.${directionOf(id)}`)}.</em>
                </td>
              </tr>
            </tbody>
          );
        })}
      </table>
    </section>
  );
}
