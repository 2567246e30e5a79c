import type { EngineErrorData } from '../../core/errors.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import type { Drawn } from '../../protocol/index.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import classes from './latent.module.css';

interface PictureProps {
  readonly drawn: Drawn | null;
  readonly error?: EngineErrorData | null;
  readonly label: string;
  /** Into so many columns; all in one row by default. */
  readonly columns?: number;
  readonly className?: string | undefined;
}

/** What was drawn, or why it was not; its place is kept until it comes. */
export function Picture({ drawn, error, label, columns, className }: PictureProps) {
  if (error)
    return (
      <p role="alert" className={classes.error}>
        {sentenceOf(error.problem)}
      </p>
    );
  if (drawn?.kind !== 'images') return null;
  const { images } = drawn;
  const across = columns ?? images.columns;
  // An answer to an earlier question may have another number of them.
  if (images.columns % across !== 0) return null;
  const grid = { ...images, columns: across, rows: images.columns / across };
  return <ImageCanvas grid={grid} label={label} className={className ?? classes.strip} step={drawn.step} />;
}
