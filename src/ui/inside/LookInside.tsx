import { Button, CloseButton, Switch } from '@mantine/core';
import { IconRefresh, IconZoomScan } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addTexts } from '../../i18n/index.ts';
import { inside } from '../../i18n/parts/inside.ts';
import { formatWhole } from '../format.ts';
import { usePage } from '../playground.ts';
import { Convinces } from './Convinces.tsx';
import { Histogram } from './Histogram.tsx';
import classes from './inside.module.css';
import { Layers } from './Layers.tsx';
import { useInspection } from './useInspection.ts';

addTexts('inside', inside);

/** A button, and the dialog behind it: what there is to see inside both networks, also while they train. */
export function LookInside() {
  const { t } = useTranslation('inside');
  const [open, setOpen] = useState(false);
  const [follows, setFollows] = useState(true);
  const dialog = useRef<HTMLDialogElement>(null);
  const ready = usePage(({ info, phase }) => info !== null && phase !== 'failed');
  const inspection = usePage((state) => state.inspection);
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
        title={t('openHint')}
        leftSection={<IconZoomScan size={13} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      <dialog ref={dialog} className={classes.dialog} aria-labelledby="inside-title" onClose={() => setOpen(false)}>
        <header className={classes.head}>
          <h2 id="inside-title">{t('title')}</h2>
          {inspection && <span className={classes.soft}>{t('atStep', { step: formatWhole(inspection.step) })}</span>}
          <span className={classes.tools}>
            <Switch
              size="xs"
              label={t('follow')}
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
              {t('again')}
            </Button>
          </span>
          <CloseButton aria-label={t('close')} onClick={() => dialog.current?.close()} />
        </header>
        {error && (
          <p role="alert" className={classes.error}>
            {error.message}
          </p>
        )}
        {open && inspection ? (
          <div className={classes.rooms}>
            <div className={classes.room}>
              <Histogram inspection={inspection} />
              <Convinces inspection={inspection} />
            </div>
            <div className={classes.room}>
              <Layers inspection={inspection} />
            </div>
          </div>
        ) : (
          <p className={classes.soft}>{error ? '' : t('looking')}</p>
        )}
      </dialog>
    </>
  );
}
