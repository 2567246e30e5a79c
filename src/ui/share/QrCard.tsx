import { useId, useMemo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { FullButton } from '../show/FullButton.tsx';
import { QrPicture } from './QrPicture.tsx';
import { qrOf } from './qr.ts';
import classes from './share.module.css';

/** The link for phones, with its address in words; large for a room. */
export function QrCard({ link }: { readonly link: string }) {
  const texts = useTexts('share');
  const id = useId();
  const qr = useMemo(() => qrOf(link), [link]);
  return (
    <figure className={classes.qr} data-card="" aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id}>{texts.qr}</h3>
        {qr && <FullButton of={texts.qr} />}
      </div>
      {qr ? <QrPicture qr={qr} label={texts.qrOf({ link })} /> : <p>{texts.tooLong}</p>}
      <figcaption>{link}</figcaption>
    </figure>
  );
}
