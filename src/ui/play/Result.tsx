import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../../i18n/index.ts';
import type { Deal } from '../../protocol/index.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import { useAnswerKeys } from './answers.ts';
import { resultOf } from './game.ts';
import { imageOf } from './imageOf.ts';
import classes from './play.module.css';
import { RocPlot } from './RocPlot.tsx';

interface ResultProps {
  readonly deal: Deal;
  readonly answers: readonly boolean[];
  readonly onAgain: () => void;
}

/** What came of a game: the person's share, D's, and what was mistaken. */
export function Result({ deal, answers, onAgain }: ResultProps) {
  const { again, d: texts } = useTexts('play');
  const result = useMemo(() => resultOf(deal, answers), [deal, answers]);
  const { right, rounds, interval, wrong, rightOfSame, accuracyAsYou } = result;
  const region = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useAnswerKeys(region);
  return (
    <section
      ref={region}
      className={classes.result}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused
      tabIndex={0}
      aria-label={texts.right({ right, rounds })}
    >
      <div className={classes.said}>
        <h3 ref={heading} tabIndex={-1}>
          {texts.right({ right, rounds })}
        </h3>
        <p>{texts.interval({ share: right / rounds, ...interval })}</p>
        <p className={classes.ofD}>{texts.dHad({ right: rightOfSame, rounds })}</p>
        {accuracyAsYou !== null && <p className={classes.ofD}>{texts.dAsYou({ share: accuracyAsYou })}</p>}
        <p className={classes.hint}>{texts.source(deal)}</p>
        <Button size="xs" onClick={onAgain}>
          {again}
        </Button>
      </div>
      <RocPlot result={result} />
      <div className={classes.wrong}>
        <h4>{texts.wrong}</h4>
        {wrong.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <ul>
            {wrong.map((round) => (
              <li key={round}>
                <ImageCanvas
                  grid={imageOf(deal, round)}
                  label={texts.wasImage({ round: round + 1, real: deal.real[round] === 1 })}
                  className={classes.small}
                />
                <span aria-hidden="true">{texts.was({ real: deal.real[round] === 1 })}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
