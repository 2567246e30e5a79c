import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.ts';
import type { StepTexts } from '../../i18n/lessonTexts.ts';
import { askedAfterwards, isPassed, type Verdict } from '../../lessons/judge.ts';
import type { LessonStep } from '../../lessons/lesson.ts';
import { Coloured } from './Coloured.tsx';
import type { Answer } from './learner.ts';
import classes from './lessons.module.css';
import { SketchResult } from './SketchResult.tsx';

interface AftermathProps {
  readonly step: LessonStep;
  readonly words: StepTexts;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

/**
 * When it has run: what was said beside what happened, then why and what to try; or what to do where it was not met. Of
 * what is asked afterwards, whether it is right.
 */
export function Aftermath({ step, words, answer, verdict }: AftermathProps) {
  const texts = useTexts('lessons');
  const asked = askedAfterwards(step);
  const isOpen = asked && verdict.met && !isPassed(step, verdict, answer.prediction);
  return (
    <>
      {asked === null && <SideBySide step={step} words={words} answer={answer} verdict={verdict} />}
      {asked && verdict.met && (
        <Answered said={answer.prediction}>{isOpen ? texts.compare.wrong : texts.compare.right}</Answered>
      )}
      {isOpen ? null : verdict.met ? (
        <>
          <h3>{texts.why}</h3>
          {words.why.map((paragraph) => (
            <p key={paragraph}>
              <Coloured>{paragraph}</Coloured>
            </p>
          ))}
          <h3>{texts.more}</h3>
          <p>
            <Coloured>{words.more}</Coloured>
          </p>
        </>
      ) : (
        <>
          <h3>{texts.hint}</h3>
          <p>
            <Coloured>{words.hint}</Coloured>
          </p>
        </>
      )}
    </>
  );
}

/** Whether an answer is right: said, and brought to sight with what follows, when one is given. */
function Answered({ said, children }: { readonly said: string | null; readonly children: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const before = useRef(said);
  useEffect(() => {
    if (said !== before.current && said !== null) place.current?.scrollIntoView({ block: 'center' });
    before.current = said;
  }, [said]);
  return (
    <p ref={place} className={classes.note} role="status">
      {said !== null && children}
    </p>
  );
}

/** What was expected and what came. Nothing where nothing was said. */
export function SideBySide({ step, words, answer, verdict }: AftermathProps) {
  const { predict } = step;
  if (!predict) return null;
  if (predict.kind !== 'sketch') return <Options words={words} answer={answer} verdict={verdict} />;
  const { sketch } = answer;
  const { course } = verdict;
  if (!sketch || !course) return null;
  return <SketchResult sketch={predict} step={step} name={words.curve ?? ''} drawn={sketch} course={course} />;
}

function Options({ words, answer, verdict }: Omit<AftermathProps, 'step'>) {
  const texts = useTexts('lessons').compare;
  const said = answer.prediction;
  const { happened } = verdict;
  if (said === null) return null;
  const nameOf = (option: string): string => words.options[option] ?? option;
  return (
    <>
      <dl className={classes.side}>
        <div>
          <dt>{texts.predicted}</dt>
          <dd>
            <Coloured>{nameOf(said)}</Coloured>
          </dd>
        </div>
        <div>
          <dt>{texts.happened}</dt>
          <dd>
            <Coloured>{happened === null ? texts.unclear : nameOf(happened)}</Coloured>
          </dd>
        </div>
      </dl>
      {happened !== null && <p className={classes.note}>{happened === said ? texts.same : texts.other}</p>}
    </>
  );
}
