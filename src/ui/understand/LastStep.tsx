import { useTexts } from '../../i18n/index.ts';
import type { StepEffect } from '../../protocol/index.ts';
import { formatShort } from '../format.ts';
import { useRun } from '../playground.ts';
import classes from './understand.module.css';
import { MEASURED, NETWORKS, useLastEffect } from './useLastEffect.ts';

/** What the last single step did. Every cell is always there, so nothing moves. */
export function LastStep() {
  const page = useTexts();
  const texts = useTexts('understand').step;
  const { effect } = useLastEffect();
  return (
    <section className={classes.part}>
      <h3>{page.effect.label}</h3>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields */}
      <div role="group" aria-label={page.effect.label} aria-live="polite" aria-atomic="true">
        <table className={classes.step}>
          <thead>
            <tr>
              <td>{effect && <b data-network={NETWORKS[effect.part]}>{page.effect.part[effect.part]}</b>} </td>
              <th scope="col">{texts.before} </th>
              <td />
              <th scope="col">{texts.after} </th>
            </tr>
          </thead>
          <tbody>
            {MEASURED.map((row) => (
              <tr key={row}>
                <th scope="row">{page.effect.value[row]} </th>
                <td>{formatShort(effect?.before[row] ?? null)}</td>
                <td>{' → '}</td>
                <td>{formatShort(effect?.after[row] ?? null)} </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Sentence effect={effect} />
      </div>
    </section>
  );
}

/** What became of the examples on the screen, or where steps are taken. */
function Sentence({ effect }: { readonly effect: StepEffect | null }) {
  const page = useTexts().effect;
  const texts = useTexts('understand').step;
  const { waits } = useLastEffect();
  const points = useRun(({ grid }) => grid?.kind === 'plane');
  const shown = effect?.shown;
  if (shown)
    return (
      <p className={classes.sentence} title={page.largest({ move: shown.largest })}>
        {page.shown({ ...shown, points })}
      </p>
    );
  return <p className={classes.sentence}>{effect ? null : waits ? page.none : texts.later}</p>;
}
