import { IconStethoscope } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Evidence } from '../../diagnosis/rule.ts';
import type { Said } from '../../diagnosis/watch.ts';
import { useTexts } from '../../i18n/index.ts';
import { useMember, useRun } from '../playground.ts';
import { Notice } from '../strip/Notice.tsx';
import classes from './diagnosis.module.css';
import { FollowButton } from './FollowButton.tsx';
import { PATIENCE, type Silenced, shownOf, silence } from './silence.ts';
import { useSentences } from './useSentences.ts';
import { useWatch } from './useWatch.ts';

/** What may be going wrong in the run that is open, if anything. */
export function DiagnosisStrip() {
  // Opened again, it is another run.
  const run = useRun(({ info }) => info?.run ?? 0);
  return <OfRun key={run} />;
}

function OfRun() {
  const texts = useTexts('diagnosis');
  const { store } = useMember();
  const { said } = useWatch();
  const [silenced, setSilenced] = useState<Silenced>({});
  // Only whether a silence has ended matters, so single steps need not be followed.
  const step = useRun((state) => Math.floor(state.step / 50) * 50);
  const shown = shownOf(said, silenced, step);

  const lit = shown[0]?.finding.evidence ?? null;
  const key = JSON.stringify(lit);
  useEffect(() => {
    store.setState({ lit: JSON.parse(key) as Evidence | null });
    return () => store.setState({ lit: null });
  }, [store, key]);

  const [first] = shown;
  return (
    <section aria-label={texts.label} aria-live="polite" hidden={!first}>
      {first && (
        <Item
          key={first.finding.id}
          {...first}
          others={shown.length - 1}
          onSilence={(steps) => setSilenced((before) => silence(before, first, store.getState().step + steps))}
        />
      )}
    </section>
  );
}

interface ItemProps extends Said {
  /** How many wait to be said after this one. */
  readonly others: number;
  /** @param steps for so many, or until it comes again */
  onSilence(steps: number): void;
}

function Item({ finding, since, others, onSilence }: ItemProps) {
  const texts = useTexts('diagnosis');
  const { suggestion } = finding;
  const { title, sentence } = useSentences(finding);
  return (
    <Notice
      tone="warn"
      icon={<IconStethoscope size={17} aria-hidden />}
      title={title}
      actions={
        <>
          {/* Beside the sentence, whose numbers change: it would move with them. */}
          <span className={classes.since}>
            {texts.since({ step: since })}
            {others > 0 && <> · {texts.others({ count: others })}</>}
          </span>
          {suggestion && <FollowButton suggestion={suggestion} onFollow={() => onSilence(PATIENCE)} />}
        </>
      }
      dismiss={{ label: texts.dismiss({ title }), onDismiss: () => onSilence(Number.POSITIVE_INFINITY) }}
    >
      {sentence}
    </Notice>
  );
}
