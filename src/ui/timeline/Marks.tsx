import { memo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { markText } from './eventText.ts';
import type { Mark } from './marks.ts';
import classes from './timeline.module.css';

interface MarksProps {
  readonly marks: readonly Mark[];
  /** Pixels from the left, of a place on the axis. */
  readonly x: (place: number) => number;
}

/** Dots below the pictures, and in words for those who do not see them. */
export const Marks = memo(function Marks({ marks, x }: MarksProps) {
  const page = useTexts();
  const part = useTexts('timeline');
  return (
    <>
      {marks.map(({ place, kind }) => (
        <i
          key={place}
          className={classes.mark}
          data-kind={kind}
          style={{ transform: `translateX(${x(place)}px)` }}
          aria-hidden="true"
        />
      ))}
      <ol className="visually-hidden" aria-label={part.events}>
        {marks.map((mark) => (
          <li key={mark.place}>{markText({ page, part }, mark)}</li>
        ))}
      </ol>
    </>
  );
});
