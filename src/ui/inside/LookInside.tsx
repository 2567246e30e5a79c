import { Button, CloseButton, Switch } from '@mantine/core';
import { IconRefresh, IconZoomScan } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useRun } from '../playground.ts';
import { Convinces } from './Convinces.tsx';
import { Histogram } from './Histogram.tsx';
import classes from './inside.module.css';
import { Layers } from './Layers.tsx';
import { useInspection } from './useInspection.ts';
import { VarietyOf } from './VarietyOf.tsx';

/** A button, and the dialog behind it: what there is to see inside both networks, also while they train. */
export function LookInside() {
  const texts = useTexts('inside');
  const [open, setOpen] = useState(false);
  const [follows, setFollows] = useState(true);
  const dialog = useRef<HTMLDialogElement>(null);
  const ready = useRun(({ info, phase }) => info !== null && phase.kind !== 'failed');
  const inspection = useRun((state) => state.inspection);
  const { look, looking, error } = useInspection(open, follows);

  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);

  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        disabled={!ready}
        title={texts.openHint}
        leftSection={<IconZoomScan size={13} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {texts.open}
      </Button>
      <dialog ref={dialog} className={classes.dialog} aria-labelledby="inside-title" onClose={() => setOpen(false)}>
        <header className={classes.head}>
          <h2 id="inside-title">{texts.title}</h2>
          {inspection && <span className={classes.soft}>{texts.atStep({ step: inspection.step })}</span>}
          <span className={classes.tools}>
            <Switch
              size="xs"
              label={texts.follow}
              checked={follows}
              onChange={(event) => setFollows(event.currentTarget.checked)}
            />
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconRefresh size={14} aria-hidden />}
              disabled={looking && !follows}
              onClick={() => void look()}
            >
              {texts.again}
            </Button>
          </span>
          <CloseButton aria-label={texts.close} onClick={() => dialog.current?.close()} />
        </header>
        {error && (
          <p role="alert" className={classes.error}>
            {sentenceOf(error.problem)}
          </p>
        )}
        {open && inspection ? (
          <div className={classes.rooms}>
            <div className={classes.room}>
              <Histogram inspection={inspection} />
              <VarietyOf inspection={inspection} />
              <Convinces inspection={inspection} />
            </div>
            <div className={classes.room}>
              <Layers inspection={inspection} />
            </div>
          </div>
        ) : (
          <p className={classes.soft}>{error ? '' : texts.looking}</p>
        )}
      </dialog>
    </>
  );
}
