import { useEffect, useRef } from 'react';
import type { Block, Line } from '../../gan/algorithm.ts';
import type { Plan } from '../../gan/plan.ts';
import { lossOfD, lossOfG, signed } from '../../gan/terms.ts';
import { useTexts } from '../../i18n/index.ts';
import type { Place } from './cursor.ts';
import { MathFormula } from './MathFormula.tsx';
import classes from './step.module.css';

interface AlgorithmProps {
  readonly plan: Plan;
  readonly blocks: readonly Block[];
  /** The line at work; null before a step. */
  readonly lit: Place | null;
}

/** A step as the paper writes it, for the plan as it is: in blocks, one for each network. */
export function Algorithm({ plan, blocks, lit }: AlgorithmProps) {
  const texts = useTexts('understand').lines;
  return (
    <ol className={classes.algorithm} aria-label={texts.label}>
      {blocks.map((block) => (
        <li key={block.network} data-network={block.network}>
          <p className={classes.times}>
            {texts.times({ network: block.network, times: block.times })}
            {lit?.block.network === block.network && block.times > 1 && (
              <b> {texts.round({ round: lit.round + 1, times: block.times })}</b>
            )}
          </p>
          <ol>
            {block.lines.map((line) => (
              <AlgorithmLine
                key={line.act}
                plan={plan}
                network={block.network}
                line={line}
                isLit={lit?.block.network === block.network && lit.line.act === line.act}
              />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

interface AlgorithmLineProps {
  readonly plan: Plan;
  readonly network: 'D' | 'G';
  readonly line: Line;
  readonly isLit: boolean;
}

function AlgorithmLine({ plan, network, line, isLit }: AlgorithmLineProps) {
  const place = useRef<HTMLLIElement>(null);
  const words = useLineWords(line, plan.examples.kind === 'points');
  useEffect(() => {
    const { current } = place;
    const around = current?.closest('[data-scrolls]');
    if (!isLit || !current || !around) return;
    // Only within the list: `scrollIntoView` would move the page of a phone, too.
    const [own, outer] = [current.getBoundingClientRect(), around.getBoundingClientRect()];
    if (own.top < outer.top) around.scrollTop += own.top - outer.top;
    else if (own.bottom > outer.bottom) around.scrollTop += own.bottom - outer.bottom;
  }, [isLit]);
  return (
    <li ref={place} className={classes.line} aria-current={isLit ? 'step' : undefined}>
      <span>
        <MathFormula>{line.formula}</MathFormula>
        {line.act === 'loss' && <Terms plan={plan} network={network} />}
      </span>
      {words && <small>{words}</small>}
    </li>
  );
}

/** What a network minimises, broken between its terms alone. */
function Terms({ plan, network }: Pick<AlgorithmLineProps, 'plan' | 'network'>) {
  const { terms } = network === 'D' ? lossOfD(plan) : lossOfG(plan);
  return terms.map(({ part, formula }, i) => {
    const [sign, size] = signed(formula);
    return (
      <span key={part} className={classes.summand}>
        {(i > 0 || sign !== '+') && <span className={classes.sign}>{sign}</span>}
        <MathFormula>{size}</MathFormula>
      </span>
    );
  });
}

/** What a line does, beside its formula. */
function useLineWords(line: Line, points: boolean): string {
  const texts = useTexts('understand').lines.act;
  switch (line.act) {
    case 'real':
    case 'labelled':
    case 'latent':
    case 'generate':
      return texts[line.act]({ count: line.count, points });
    case 'update':
      return texts.update({ rate: line.optimizer.rate });
    case 'clip':
      return texts.clip({ bound: line.bound });
    case 'score':
    case 'slope':
    case 'penalty':
    case 'loss':
      return texts[line.act];
    default:
      return line satisfies never;
  }
}
