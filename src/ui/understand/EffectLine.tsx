import { useTexts } from '../../i18n/index.ts';
import type { Standing, StepEffect } from '../../protocol/index.ts';
import { formatShort } from '../format.ts';
import { useRun } from '../playground.ts';
import classes from './EffectLine.module.css';
import { MEASURED, NETWORKS, useLastEffect } from './useLastEffect.ts';

/** What the last single step did, until the run goes on. Its place is always there, so nothing moves. */
export function EffectLine() {
  const texts = useTexts();
  const { effect, waits } = useLastEffect();
  return (
    <div className={classes.place}>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields */}
      <div className={classes.line} role="group" aria-label={texts.effect.label} aria-live="polite">
        {effect ? <Effect effect={effect} /> : waits && <p>{texts.effect.none}</p>}
      </div>
    </div>
  );
}

function Effect({ effect }: { readonly effect: StepEffect }) {
  const texts = useTexts();
  const plane = useRun(({ grid }) => grid?.kind === 'plane');
  const { part, shown } = effect;
  return (
    <>
      <p className={classes.numbers}>
        <strong data-network={NETWORKS[part]}>{texts.effect.part[part]}</strong>
        {MEASURED.map((name) => (
          <Change key={name} of={name} {...effect} />
        ))}
      </p>
      {shown && (
        <p title={texts.effect.largest({ move: shown.largest })}>{texts.effect.shown({ ...shown, points: plane })}</p>
      )}
    </>
  );
}

/** One value before and after, where the system has it. */
function Change({ of, before, after }: { readonly of: keyof Standing } & Pick<StepEffect, 'before' | 'after'>) {
  const texts = useTexts();
  const [from, to] = [before[of], after[of]];
  if (from === null || to === null) return null;
  return (
    <span>
      {texts.effect.value[of]} {formatShort(from)} → <b>{formatShort(to)}</b>
    </span>
  );
}
