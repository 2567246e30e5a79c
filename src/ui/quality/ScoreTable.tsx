import { formatsNow, useTexts } from '../../i18n/index.ts';
import { formatShort } from '../format.ts';
import { directionOf, type MeasureId } from './measures.ts';
import classes from './quality.module.css';
import { scoreOf } from './scoreRows.ts';
import { useBeyond, useNoun, useQualityState, useShownScores } from './useQuality.ts';

/** The newest scores until the step that is looked at, each beside its floor, with what the measure sees and does not. */
export function ScoreTable() {
  const texts = useTexts('quality');
  const chosen = useQualityState(({ settings }) => settings.chosen) as readonly MeasureId[];
  const newest = useShownScores().at(-1);
  const noun = useNoun();
  const beyond = useBeyond();
  if (!newest) return null;
  const end = (value: number): string => (Number.isFinite(value) ? formatShort(value) : '∞');
  return (
    // Many measures with their explanations scroll, so the keyboard must reach them.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused
    <section className={classes.scroll} tabIndex={0} aria-label={texts.view.table}>
      <table className={classes.table}>
        <caption>{texts.caption({ step: newest.step, samples: newest.samples, noun })}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.column.measure}</th>
            <th scope="col">{texts.column.value}</th>
            <th scope="col">{texts.column.interval}</th>
            <th scope="col">{texts.column.floor({ noun })}</th>
          </tr>
        </thead>
        {chosen.map((id) => {
          const score = scoreOf(newest, id);
          return (
            <tbody key={id}>
              <tr>
                <th scope="row">{texts.measure[id].name}</th>
                <td>
                  <b>{score ? end(score.value) : '–'}</b>
                </td>
                <td>{score ? `${end(score.interval.low)} … ${end(score.interval.high)}` : '–'}</td>
                <td>{score ? end(score.floor) : '–'}</td>
              </tr>
              <tr className={classes.explained}>
                <td colSpan={4}>
                  {texts.sees} {texts.measure[id].sees} {texts.blind} {texts.measure[id].blind}{' '}
                  <em>{formatsNow().stopped(texts.direction[directionOf(id)]({ noun }))}</em>
                  {score && <b> {beyond(id, { ...score, ...score.interval })}</b>}
                </td>
              </tr>
            </tbody>
          );
        })}
      </table>
    </section>
  );
}
