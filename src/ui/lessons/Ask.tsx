import type { ParamValue } from '../../core/params.ts';
import { formatsNow, paramTexts, useTexts, valueText } from '../../i18n/index.ts';
import type { StepTexts } from '../../i18n/lessonTexts.ts';
import { askedAfterwards, isPassed } from '../../lessons/judge.ts';
import type { Choice, Choices, LessonStep } from '../../lessons/lesson.ts';
import { Coloured } from './Coloured.tsx';
import { type Answer, answer as keep } from './learner.ts';
import classes from './lessons.module.css';
import { SketchPad } from './SketchPad.tsx';

interface AskProps {
  /** Of the step, among all. */
  readonly name: string;
  readonly step: LessonStep;
  readonly words: StepTexts;
  readonly answer: Answer;
}

/** What is to be answered before anything is run: a prediction, a setting, or both. */
export function Ask({ step, ...rest }: AskProps) {
  const { predict, choose } = step;
  return (
    <>
      {predict?.kind === 'sketch' && (
        <SketchPad
          key={rest.name}
          sketch={predict}
          step={step}
          legend={rest.words.asks}
          name={rest.words.curve ?? ''}
          drawn={rest.answer.sketch}
          onDraw={(sketch) => keep(rest.name, { sketch })}
        />
      )}
      {predict && predict.kind !== 'sketch' && !predict.afterwards && (
        <Question {...rest} step={step} predict={predict} />
      )}
      {choose && <Setting {...rest} choose={choose} legend={rest.words.asks} />}
    </>
  );
}

/** What is to be answered of what is seen, once it has run and shows what it is to show. */
export function AskAfterwards({ step, ...rest }: AskProps) {
  const asked = askedAfterwards(step);
  return asked && rest.answer.verdict?.met ? <Question {...rest} step={step} predict={asked} /> : null;
}

function Question({
  name,
  step,
  predict,
  words,
  answer: { prediction: chosen, verdict, passed },
}: AskProps & { readonly predict: Choices }) {
  // Of what follows the run only a right answer is shown as such.
  const isTold = verdict && (!predict.afterwards || isPassed(step, verdict, chosen));
  const answered = (prediction: string): void => {
    const isRight = verdict !== null && isPassed(step, verdict, prediction);
    keep(name, { prediction, ...(predict.afterwards && { passed: passed || isRight }) });
  };
  return (
    <Options
      name={`${name}?`}
      legend={words.asks}
      options={predict.options.map((option) => ({ value: option, label: words.options[option] ?? option }))}
      chosen={chosen}
      happened={isTold ? verdict.happened : null}
      onChoose={answered}
    />
  );
}

/** A setting in the card itself; the whole list of them is a tab away. */
function Setting({
  name,
  choose,
  legend,
  answer,
}: Pick<AskProps, 'name' | 'answer'> & { readonly choose: Choice; readonly legend: string }) {
  const texts = useTexts();
  const { decimal, named } = formatsNow();
  const written = (value: ParamValue): string => valueText(texts, choose.param, value, decimal);
  const { label } = paramTexts(texts, choose.param);
  return (
    <Options
      name={`${name}=`}
      legend={legend}
      options={choose.options.map((value) => ({ value: String(value), label: named(label, written(value)) }))}
      chosen={answer.chosen === null ? null : String(answer.chosen)}
      happened={null}
      onChoose={(text) => keep(name, { chosen: choose.options.find((value) => String(value) === text) ?? null })}
    />
  );
}

interface OptionsProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | null;
  /** The one that has happened, once it has. */
  readonly happened: string | null;
  onChoose(value: string): void;
}

function Options({ name, legend, options, chosen, happened, onChoose }: OptionsProps) {
  return (
    <fieldset className={classes.options}>
      <legend>
        <Coloured>{legend}</Coloured>
      </legend>
      {options.map(({ value, label }) => (
        <label key={value} data-happened={value === happened || undefined}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>
            <Coloured>{label}</Coloured>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
