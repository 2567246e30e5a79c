import { useId, useMemo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { FullButton } from '../show/FullButton.tsx';
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
      {qr ? (
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={texts.qrOf({ link })}>
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
      ) : (
        <p>{texts.tooLong}</p>
      )}
      <figcaption>{link}</figcaption>
    </figure>
  );
}
