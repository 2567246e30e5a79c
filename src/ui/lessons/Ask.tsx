import type { ParamValue } from '../../core/params.ts';
import { formatsNow, paramTexts, useTexts, valueText } from '../../i18n/index.ts';
import type { StepTexts } from '../../i18n/lessonTexts.ts';
import type { Choice, LessonStep } from '../../lessons/lesson.ts';
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
export function Ask({ name, step, words, answer }: AskProps) {
  const { predict, choose } = step;
  return (
    <>
      {predict?.kind === 'sketch' && (
        <SketchPad
          key={name}
          sketch={predict}
          step={step}
          legend={words.asks}
          name={words.curve ?? ''}
          drawn={answer.sketch}
          onDraw={(sketch) => keep(name, { sketch })}
        />
      )}
      {predict && predict.kind !== 'sketch' && (
        <Options
          name={`${name}?`}
          legend={words.asks}
          options={predict.options.map((option) => ({ value: option, label: words.options[option] ?? option }))}
          chosen={answer.prediction}
          happened={answer.verdict?.happened ?? null}
          onChoose={(prediction) => keep(name, { prediction })}
        />
      )}
      {choose && <Setting name={name} choose={choose} legend={words.asks} answer={answer} />}
    </>
  );
}

/** A setting in the card itself; the whole list of them is a tab away. */
function Setting({
  name,
  choose,
  legend,
  answer,
}: {
  readonly name: string;
  readonly choose: Choice;
  readonly legend: string;
  readonly answer: Answer;
}) {
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
