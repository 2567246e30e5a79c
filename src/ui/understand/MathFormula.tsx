import { formulas, type MathChild } from 'virtual:formulas';
import { createElement, type ReactNode } from 'react';
import { weighted } from '../../gan/terms.ts';
import { useTexts } from '../../i18n/index.ts';
import { readAloud } from './reading.ts';

/** What is in a formula never changes its place, so nothing needs a key. */
const element = (tag: string, attributes: Readonly<Record<string, unknown>> | null, inside: readonly MathChild[]) =>
  createElement(tag, attributes, ...inside.map(rendered));

const rendered = (child: MathChild): ReactNode => {
  if (typeof child === 'string') return child;
  const [tag, attributes, ...inside] = child;
  return element(tag, attributes, inside);
};

interface MathFormulaProps {
  /** As `gan/` writes it; a number may stand in front. */
  readonly children: string;
  /** What is read out, where that is more than the formula itself. */
  readonly reading?: string;
}

/** A formula as the build has set it, in one line or two. The first is read out for both. */
export function MathFormula({ children, reading }: MathFormulaProps) {
  const { spoken, norm } = useTexts('understand');
  const [weight, body] = weighted(children);
  const [first, second] = linesOf(body);
  const label = reading ?? readAloud(children, { signs: spoken, norm });
  const number: readonly MathChild[] =
    weight === null
      ? []
      : [
          ['mn', null, weight],
          ['mspace', { width: '0.2em' }],
        ];
  return (
    <>
      {element('math', { 'aria-label': label }, [...number, ...first])}
      {second && element('math', { 'aria-hidden': true }, second)}
    </>
  );
}

/** The build sets all formulas that there are; a test walks them. @throws Error for another one */
function linesOf(body: string): readonly [readonly MathChild[], (readonly MathChild[])?] {
  const [first, second] = formulas[body] ?? [];
  if (!first) throw new Error(`The formula ${body} has not been set.`);
  return second ? [first, second] : [first];
}
