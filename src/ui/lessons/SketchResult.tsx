import { useTexts } from '../../i18n/index.ts';
import type { LessonStep, Sketch } from '../../lessons/lesson.ts';
import { apartOf, type Curve, shapeOf } from '../../lessons/sketch.ts';
import { colourOf } from '../../plot/series.ts';
import { axisAround, SketchChart } from './SketchChart.tsx';
import classes from './sketch.module.css';

interface SketchResultProps {
  readonly sketch: Sketch;
  readonly step: Pick<LessonStep, 'act' | 'from'>;
  readonly name: string;
  readonly drawn: Curve;
  readonly course: Curve;
}

/** The curve that was drawn and the one that came, over each other, and in a sentence. */
export function SketchResult({ sketch, step: { act, from = 0 }, name, drawn, course }: SketchResultProps) {
  const texts = useTexts('lessons').draw;
  const axis = axisAround(sketch.range, course);
  const span = axis.high - axis.low;
  const colour = colourOf(sketch.scalar);
  const said = texts.sentence({ expected: shapeOf(drawn, span), found: shapeOf(course, span) });
  return (
    <figure className={classes.result} aria-label={texts.both({ name })}>
      <SketchChart
        name={name}
        axis={axis}
        from={from}
        until={act.kind === 'train' ? act.until : from + 1}
        yours={drawn}
        real={{ curve: course, colour }}
      />
      <ul className={classes.legend}>
        <li>
          <i aria-hidden="true" />
          {texts.yours}
        </li>
        <li>
          <i className={classes.realKey} style={{ borderColor: colour }} aria-hidden="true" />
          {texts.real}
        </li>
      </ul>
      <figcaption>
        {said} {texts.apart({ share: apartOf(drawn, course, span) })}
      </figcaption>
    </figure>
  );
}
