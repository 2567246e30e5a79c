import { useId, useMemo } from 'react';
import { lossOfD, lossOfG, signed } from '../../gan/terms.ts';
import { useTexts } from '../../i18n/index.ts';
import type { Turns } from '../charts/turns.ts';
import { useRun } from '../playground.ts';
import { planOf } from '../state/plan.ts';
import { readAloud } from './reading.ts';
import { SCALAR_OF } from './scalars.ts';
import { TermRow } from './TermRow.tsx';
import classes from './understand.module.css';
import { useLatest } from './useLatest.ts';

const LOSS = { D: lossOfD, G: lossOfG } as const;

/** What a network minimises: a sum, with a number at each term and below all of them. */
export function LossTerms({ network, turns }: { readonly network: 'D' | 'G'; readonly turns: Turns }) {
  const page = useTexts();
  const texts = useTexts('understand');
  const id = useId();
  const plan = useRun(({ opened }) => planOf(opened));
  const { whole, terms, letters } = useMemo(() => LOSS[network](plan), [network, plan]);
  const measured = useMemo(() => [...terms.map((term) => term.measured), { scalar: whole }], [terms, whole]);
  const values = useLatest(measured, turns);
  const clipped = network === 'D' ? plan.constraint?.bound : undefined;
  const notes = [
    ...Object.entries(letters).map(([letter, value]) => texts.letter({ letter, value })),
    ...(clipped === undefined ? [] : [texts.clip({ bound: clipped })]),
  ];
  const spoken = { signs: texts.spoken, norm: texts.norm };
  return (
    <section className={classes.part} data-network={network}>
      <h3 id={id}>{network === 'D' ? texts.d : texts.g}</h3>
      {terms.length === 0 ? (
        <p>{texts.never}</p>
      ) : (
        <ul aria-labelledby={id} className={classes.terms}>
          {terms.map(({ part, formula, measured: by }, i) => {
            const [sign, size] = signed(formula);
            return (
              <TermRow
                key={part}
                name={page.chart.series[SCALAR_OF[part]]}
                formula={{
                  sign: i === 0 && sign === '+' ? '' : sign,
                  size,
                  reading: readAloud(i === 0 ? formula : `${sign} ${size}`, spoken),
                }}
                curve={by && !by.without ? by.scalar : null}
                value={by ? (values[i] ?? null) : undefined}
              />
            );
          })}
          <TermRow name={page.effect.value[whole]} curve={whole} value={values[terms.length] ?? null} />
        </ul>
      )}
      {notes.length > 0 && <p className={classes.letters}>{notes.join(', ')}</p>}
    </section>
  );
}
