import { Fragment } from 'react';
import classes from './lessons.module.css';

/** D or G where it stands alone, not within a word. */
const NETWORK = /(?<![A-Za-z])([DG])(?![A-Za-z])/;

/** A sentence with both networks in their colours. */
export function Coloured({ children }: { readonly children: string }) {
  return children.split(NETWORK).map((piece, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
      <b key={i} className={classes.network} data-network={piece}>
        {piece}
      </b>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
      <Fragment key={i}>{piece}</Fragment>
    ),
  );
}
