import { Button, CloseButton } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatLayers } from '../../core/layerText.ts';
import { useTexts } from '../../i18n/index.ts';
import { cautionOf, sentenceOf } from '../../i18n/problems/index.ts';
import { useController, useDataSet, useMember, useRun } from '../playground.ts';
import { useRight } from '../show/rights.ts';
import { hasWaiting } from '../state/differences.ts';
import { recipeOf } from '../state/settings.ts';
import { type Chosen, canBeApplied, type Draft, draftOf, editedBy, judge, NETWORKS } from './draft.ts';
import { LayerPane } from './LayerPane.tsx';
import { NetworkColumn } from './NetworkColumn.tsx';
import classes from './networks.module.css';
import { useWords } from './words.ts';

interface NetworksPanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Both networks drawn from their own specs, and the place where they are changed. */
export function NetworksPanel({ open, onClose }: NetworksPanelProps) {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  // Outlives a look at the run behind the dialog.
  const [held, setHeld] = useState<Held | null>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  // Beside the page, not within the settings, whose styles and region it is no part of.
  return createPortal(
    <dialog ref={dialog} className={classes.dialog} aria-labelledby="networks-title" onClose={onClose}>
      <header className={classes.head}>
        <h2 id="networks-title">{words.title}</h2>
        <p>{words.intro}</p>
        <CloseButton aria-label={words.close} onClick={onClose} />
      </header>
      {open && <Networks held={held} onHold={setHeld} onClose={onClose} />}
    </dialog>,
    document.body,
  );
}

/** What was changed and not applied, and the settings that it was changed beside. */
interface Held {
  readonly beside: string;
  readonly draft: Draft;
}

interface NetworksProps {
  readonly held: Held | null;
  readonly onHold: (held: Held | null) => void;
  readonly onClose: () => void;
}

function Networks({ held, onHold, onClose }: NetworksProps) {
  const words = useWords();
  const controller = useController();
  const member = useMember();
  const wanted = useRun((state) => state.wanted);
  const waiting = useRun(hasWaiting);
  const data = useDataSet(wanted.data);
  const { recipe: id, params } = wanted;
  const own = useMemo(() => {
    if (!data) throw new Error(`There is no data set ${wanted.data}.`);
    return recipeOf(id).plan(params, { ...data, classes: data.classes.length });
  }, [id, params, data, wanted.data]);
  const current = useMemo(() => draftOf(own, wanted), [own, wanted]);

  const now = editedBy(own, current);
  const ownText = NETWORKS.map((name) => formatLayers(own[name].layers)).join(' ');
  const beside = [id, wanted.data, ownText, now.generator, now.discriminator].join(' ');
  const locked = useRight('networks') === 'locked';
  const page = useTexts();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [pointed, setPointed] = useState<Chosen | null>(null);
  const pane = useRef<HTMLElement>(null);

  const draft = held?.beside === beside ? held.draft : current;
  const verdict = useMemo(() => judge(own, draft), [own, draft]);
  const edited = editedBy(own, draft);
  const differs = edited.generator !== now.generator || edited.discriminator !== now.discriminator;
  const isOwn = edited.generator === '' && edited.discriminator === '';

  const take = (next: Draft | null): void => onHold(next && { beside, draft: next });
  const apply = (networks: typeof edited): void => {
    take(null);
    controller.setNetworks(member, networks);
    // Where nothing would be lost, the change has opened the run already.
    if (hasWaiting(member.store.getState())) controller.startOver();
    onClose();
  };

  const looked = pointed ?? chosen;
  // Undoing may take away what was looked at.
  const shown = looked && looked.index < draft[looked.network].length ? looked : null;
  return (
    <>
      <div className={classes.body}>
        {NETWORKS.map((name) => (
          <NetworkColumn
            key={name}
            name={name}
            own={own}
            layers={draft[name]}
            inspection={verdict[name]}
            refusal={verdict.refusal?.by === name ? sentenceOf(verdict.refusal.why) : null}
            chosen={chosen?.network === name ? chosen.index : null}
            onPoint={(index) => setPointed(index === null ? null : { network: name, index })}
            onChoose={(index, byKeyboard) => {
              setChosen({ network: name, index });
              if (byKeyboard) pane.current?.focus();
            }}
          />
        ))}
        <LayerPane
          ref={pane}
          own={own}
          shown={shown}
          draft={draft}
          verdict={verdict}
          onChange={(next, index) => {
            if (!shown) return;
            take({ ...draft, [shown.network]: next });
            setPointed(null);
            setChosen({ ...shown, index });
          }}
        />
      </div>
      <footer className={classes.foot}>
        <div className={classes.notes}>
          {verdict.refusal?.by === null && (
            <p role="alert" className={classes.error}>
              {sentenceOf(verdict.refusal.why)}
            </p>
          )}
          {verdict.cautions.map((caution) => (
            <p key={JSON.stringify(caution)} className={classes.caution}>
              {cautionOf(caution)}
            </p>
          ))}
          {locked && <p>{page.show.locked}</p>}
          <p>{words.foot[differs ? 'draft' : isOwn ? 'own' : 'edited']}</p>
          {waiting && !differs && <p>{words.foot.waiting}</p>}
        </div>
        {differs && (
          <Button size="xs" variant="subtle" onClick={() => take(null)}>
            {words.foot.undo}
          </Button>
        )}
        {!isOwn && (
          <Button
            size="xs"
            variant="default"
            onClick={() => take({ generator: own.generator.layers, discriminator: own.discriminator.layers })}
          >
            {words.foot.back}
          </Button>
        )}
        <Button size="xs" disabled={!differs || locked || !canBeApplied(verdict)} onClick={() => apply(edited)}>
          {words.foot.apply}
        </Button>
      </footer>
    </>
  );
}
