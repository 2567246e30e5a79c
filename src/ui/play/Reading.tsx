import { useTexts } from '../../i18n/index.ts';
import { useDataSet, useRun } from '../playground.ts';
import classes from './play.module.css';
import type { Judged } from './useVerdict.ts';

/** D's score of an example as it is read. */
export function useScoreText(): (score: number | undefined) => string {
  const texts = useTexts('play').g;
  const kind = useRun(({ info }) => info?.score ?? 'raw');
  return (score) =>
    score === undefined ? texts.coming : kind === 'probability' ? texts.probability({ score }) : texts.raw({ score });
}

/** D's word on one example, and what the classifier reads in it. */
export function Reading({ judged }: { readonly judged: Judged | null }) {
  const texts = useTexts('play').g;
  const textOf = useScoreText();
  const names = useDataSet(useRun(({ opened }) => opened.data))?.classes ?? [];
  const kind = useRun(({ info }) => info?.score ?? 'raw');
  const evaluator = useRun(({ info }) => info?.evaluator.kind ?? 'none');
  const score = judged?.verdict.scores[0];
  const readings = judged?.verdict.readings ?? null;
  const hasReader = evaluator === 'shipped' || evaluator === 'trained';
  return (
    <div className={classes.reading}>
      <h3 className={classes.ofD}>{texts.score}</h3>
      <p className={classes.score} data-score={score} data-step={judged?.verdict.step}>
        {textOf(score)}
      </p>
      {kind === 'probability' && (
        <span className={classes.meter} aria-hidden="true">
          <span style={{ transform: `scaleX(${score ?? 0})` }} />
        </span>
      )}
      <h3>{texts.reads}</h3>
      {hasReader || readings ? (
        <ol className={classes.bars}>
          {names.map((name, i) => {
            const share = readings?.[i] ?? 0;
            return (
              <li key={name} aria-label={texts.readsAs({ label: name, share })}>
                <span aria-hidden="true">{name}</span>
                <span className={classes.bar} aria-hidden="true">
                  <span style={{ transform: `scaleX(${share})` }} />
                </span>
              </li>
            );
          })}
        </ol>
      ) : (
        <p className={classes.hint}>{texts.noReader}</p>
      )}
    </div>
  );
}
