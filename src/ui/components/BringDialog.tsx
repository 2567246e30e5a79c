import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { BroughtFile } from '../../core/dataSet.ts';
import { bytesOfOriginal, originals } from '../../data/sets/originals/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useKept } from '../archive/kept.ts';
import { useController, usePage } from '../playground.ts';
import type { PicturesAs } from '../state/bringing.ts';
import { droppedFiles } from '../state/dropped.ts';
import { useFileDrop } from '../useFileDrop.ts';
import { AddressField } from './AddressField.tsx';
import classes from './BringDialog.module.css';
import { FileButton } from './FileButton.tsx';

/** Published without https. */
const SVHN = 'http://ufldl.stanford.edu/housenumbers/';
const SIDES = [28, 32];
const NO_FILES: readonly BroughtFile[] = [];

/** Where images of one's own are asked for and read. Files may be dropped anywhere on the page. */
export function BringDialog() {
  const texts = useTexts('bring');
  const common = useTexts();
  const session = useController();
  const { open, job, error } = usePage((state) => state.bring);
  const [as, setAs] = useState<PicturesAs>({ side: 28, channels: 1 });
  const [typed, setTyped] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);

  const bring = (files: readonly BroughtFile[]): void => {
    const [first] = files;
    const name = files.length === 1 && first ? first.path : texts.files({ count: files.length });
    session.bring(name, files, as);
  };
  const fetchAddresses = (addresses: readonly string[]): void => {
    const [first = ''] = addresses;
    const name = addresses.length === 1 ? (first.split('/').at(-1) ?? first) : texts.files({ count: addresses.length });
    session.fetchAddresses(name, addresses, as);
  };
  const actions = useKept((state) => state.actions);
  /** A run, or what belongs to one, is opened; all else may be images. */
  const take = async (files: readonly BroughtFile[]): Promise<void> => {
    if (!(await actions?.openFile(files))) bring(files);
  };
  const isOver = useFileDrop((items) => void droppedFiles(items).then(take, () => bring(NO_FILES)));

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);

  return (
    <>
      <dialog
        ref={dialog}
        className={classes.dialog}
        aria-labelledby="bring-title"
        onClose={() => session.showBringing(false)}
      >
        <h2 id="bring-title">{texts.title}</h2>
        <p>{texts.what}</p>
        <p>{texts.stays}</p>
        {error && (
          <div role="alert" className={classes.error}>
            <b>{common.error.title[error.code]}</b>
            <p>{sentenceOf(error.problem)}</p>
          </div>
        )}
        {job ? (
          <div className={classes.row}>
            <label className={classes.job}>
              <span>{texts.reading({ name: job.name })}</span>
              <progress {...(job.total > 0 && { value: job.done / job.total })} />
            </label>
            <Button size="xs" variant="default" onClick={() => session.showBringing(false)}>
              {texts.cancel}
            </Button>
          </div>
        ) : (
          <>
            <div className={classes.row}>
              <NativeSelect
                size="xs"
                label={texts.side}
                value={as.side}
                data={SIDES.map((side) => ({ value: String(side), label: `${side}×${side}` }))}
                onChange={({ currentTarget: { value } }) => setAs({ ...as, side: Number(value) })}
              />
              <NativeSelect
                size="xs"
                label={texts.colours}
                value={as.channels}
                data={[
                  { value: '1', label: texts.grey },
                  { value: '3', label: texts.colour },
                ]}
                onChange={({ currentTarget: { value } }) => setAs({ ...as, channels: value === '3' ? 3 : 1 })}
              />
            </div>
            <div className={classes.row}>
              <FileButton label={texts.choose} onChoose={bring} />
              <FileButton label={texts.folder} folder onChoose={bring} />
              <Button
                size="xs"
                variant="subtle"
                className={classes.close ?? ''}
                onClick={() => session.showBringing(false)}
              >
                {texts.close}
              </Button>
            </div>
            <div className={`${classes.row} ${classes.originals}`}>
              {originals.map((original) => (
                <Button
                  key={original.id}
                  size="xs"
                  variant="default"
                  onClick={() => session.fetchOriginal(original.id, original.name)}
                >
                  {texts.fetch({ name: original.name, size: Math.ceil(bytesOfOriginal(original) / 1e6) })}
                </Button>
              ))}
              <span className={classes.hint}>{texts.fetched}</span>
            </div>
            <AddressField value={typed} onChange={setTyped} onFetch={fetchAddresses} />
            <p className={`${classes.hint} ${classes.byHand}`}>
              {texts.byHand}{' '}
              <a href={SVHN} target="_blank" rel="noreferrer">
                {texts.source}
              </a>
            </p>
          </>
        )}
      </dialog>
      {isOver && <div className={classes.drop}>{texts.drop}</div>}
    </>
  );
}
