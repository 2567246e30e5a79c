import { Button, CloseButton } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ParamValue } from '../../core/params.ts';
import type { Evidence, Finding, Suggestion } from '../../diagnosis/rule.ts';
import type { Said } from '../../diagnosis/watch.ts';
import { optionText, type Parts, paramTexts, type Texts, useTexts } from '../../i18n/index.ts';
import { formatExact } from '../format.ts';
import { useController, useDataSet, useMember, useRun } from '../playground.ts';
import classes from './diagnosis.module.css';
import { PATIENCE, type Silenced, shownOf, silence } from './silence.ts';
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
  const [pointed, setPointed] = useState<string | null>(null);
  // Only whether a silence has ended matters, so single steps need not be followed.
  const step = useRun((state) => Math.floor(state.step / 50) * 50);
  const shown = shownOf(said, silenced, step);

  const lit = (shown.find(({ finding }) => finding.id === pointed) ?? shown[0])?.finding.evidence ?? null;
  const key = JSON.stringify(lit);
  useEffect(() => {
    store.setState({ lit: JSON.parse(key) as Evidence | null });
    return () => store.setState({ lit: null });
  }, [store, key]);

  return (
    <section className={classes.strip} aria-label={texts.label} aria-live="polite" hidden={shown.length === 0}>
      {shown.map((each) => (
        <Item
          key={each.finding.id}
          {...each}
          onPoint={(isOver) => setPointed(isOver ? each.finding.id : null)}
          onSilence={(steps) => setSilenced((before) => silence(before, each, store.getState().step + steps))}
        />
      ))}
    </section>
  );
}

interface ItemProps extends Said {
  onPoint(isOver: boolean): void;
  /** @param steps for so many, or until it comes again */
  onSilence(steps: number): void;
}

function Item({ finding, since, onPoint, onSilence }: ItemProps) {
  const texts = useTexts('diagnosis');
  const { suggestion } = finding;
  const { title, sentence } = useSentences(finding);
  const follow = useFollow();
  return (
    <div className={classes.item} onPointerEnter={() => onPoint(true)} onPointerLeave={() => onPoint(false)}>
      <IconStethoscope size={17} aria-hidden className={classes.icon} />
      <p>
        <b>{title}</b> {sentence}
      </p>
      {/* Beside the sentence, whose numbers change: it would move with them. */}
      <span className={classes.soft}>{texts.since({ step: since })}</span>
      {suggestion && (
        <Button
          size="compact-xs"
          variant="default"
          onFocus={() => onPoint(true)}
          onBlur={() => onPoint(false)}
          onClick={() => {
            onSilence(PATIENCE);
            follow(suggestion);
          }}
        >
          <Words {...suggestion} />
        </Button>
      )}
      <CloseButton
        size="sm"
        aria-label={texts.dismiss({ title })}
        onClick={() => onSilence(Number.POSITIVE_INFINITY)}
      />
    </div>
  );
}

type Rules = Parts['diagnosis']['rule'];

/** A rule's text is told the rule's details: they have the same names. */
const say = (text: string | ((details: never) => string), details: Finding['details']): string =>
  typeof text === 'string' ? text : text({ ...details } as never);

/** A finding's title and what it means, with its numbers. */
function useSentences({ id, evidence: { label }, details }: Finding) {
  const texts = useTexts('diagnosis').rule[id as keyof Rules];
  const names = useDataSet(useRun(({ opened }) => opened.data))?.classes;
  const values = { ...details, ...(label !== undefined && { label: names?.[label] ?? String(label) }) };
  return { title: say(texts.title, values), sentence: say(texts.sentence, values) };
}

function valueText(page: Texts, name: string, value: ParamValue): string {
  if (typeof value === 'number') return formatExact(value);
  return typeof value === 'string' ? `“${optionText(page, name, value)}”` : String(value);
}

/** What following a suggestion does. */
function Words({ changes, restart }: Suggestion) {
  const texts = useTexts('diagnosis');
  const page = useTexts();
  const named = Object.entries(changes).map(([name, value]) =>
    texts.change({ name: paramTexts(page, name).label, value: valueText(page, name, value) }),
  );
  return (restart ? texts.restart : texts.apply)({ changes: named.join(', ') });
}

/** Follows a suggestion: on the running networks, or in a new run. */
function useFollow(): (suggestion: Suggestion) => void {
  const controller = useController();
  return ({ changes, restart }) => {
    controller.setParams(changes);
    if (restart) controller.startOver();
  };
}
