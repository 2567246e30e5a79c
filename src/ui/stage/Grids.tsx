import type { CSSProperties, ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { paintedHeight, paintedWidth } from '../../picture/paintGrid.ts';
import type { LabelledDigits, SampleGrid } from '../../protocol/index.ts';
import { useDataSet, useLooked, useRun } from '../playground.ts';
import { ImageCanvas } from './ImageCanvas.tsx';
import { SampleCells } from './SampleCells.tsx';
import classes from './stage.module.css';

interface GridsProps {
  readonly grid: SampleGrid;
  /** Stands at the end of the line between the two, where samples can also be chosen. */
  readonly aside?: ReactNode;
}

/** Images that G drew, and a row of real ones below them. */
export function Grids({ grid, aside }: GridsProps) {
  const texts = useTexts();
  const names = useDataSet(useRun((state) => state.opened.data))?.classes;
  const nameOf = (label: number): string => names?.[label] ?? String(label);
  const labelled = useRun(({ info }) => info?.labelled ?? null);
  const { generated } = grid;
  const real = labelled?.shown ?? grid.real;
  const all = grid.classes === 'all';
  const { rows, columns, labels } = generated;
  const count = { step: grid.step, rows, columns };
  const description = !all
    ? texts.grid.describeClass({ ...count, label: nameOf(grid.classes as number) })
    : (labels ? texts.grid.describeByClass : texts.grid.describeAll)(count);
  // Both are drawn equally wide; so much taller than wide is the whole.
  const tall = paintedHeight(generated) / paintedWidth(generated) + paintedHeight(real) / paintedWidth(real);
  return (
    <div className={classes.grids} style={{ '--tall': tall } as CSSProperties}>
      <div className={classes.generated}>
        {labels && (
          // Of one class it is empty, and the picture stays where it is.
          <div className={classes.columns} aria-hidden="true">
            {all &&
              Array.from(labels.subarray(0, columns), (label, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <span key={column}>{nameOf(label)}</span>
              ))}
          </div>
        )}
        <div className={classes.drawn}>
          <ImageCanvas
            grid={generated}
            label={description}
            className={classes.canvas}
            step={grid.step}
            classes={String(grid.classes)}
          />
          {aside && <SampleCells grid={generated} view={grid.classes} nameOf={nameOf} />}
        </div>
        {all && labels && <LitColumn labels={labels.subarray(0, columns)} />}
      </div>
      {labelled ? (
        <Labelled {...labelled} aside={aside} />
      ) : (
        <>
          <div className={classes.between}>
            <h3>{texts.grid.real}</h3>
            {aside}
          </div>
          <ImageCanvas
            grid={real}
            label={texts.grid.describeReal({ count: real.columns })}
            className={classes.canvas}
          />
        </>
      )}
    </div>
  );
}

/** A frame around the column of the class that a finding points at. */
function LitColumn({ labels }: { readonly labels: Uint8Array }) {
  const finding = useRun((state) => state.lit?.label);
  // It was found about what is newest.
  const lit = useLooked() === null ? finding : undefined;
  const column = lit === undefined ? -1 : labels.indexOf(lit);
  if (column < 0) return null;
  const share = 100 / labels.length;
  return (
    <div
      className={classes.litColumn}
      // Moved as a drawing is, not as a part of the page: nothing has to be laid out anew.
      style={{ left: 0, width: `${share}%`, transform: `translateX(${100 * column}%)` }}
      data-lit={lit}
      aria-hidden="true"
    />
  );
}

/** The digits whose classes D is told, in place of other real ones. */
function Labelled({ count, shown, aside }: LabelledDigits & Pick<GridsProps, 'aside'>) {
  const texts = useTexts();
  const numbers = { count, shown: shown.rows * shown.columns };
  return (
    <>
      <div className={classes.between}>
        <h3>
          {texts.grid.labelled} {texts.grid.labelledCount(numbers)}
        </h3>
        {aside}
      </div>
      <ImageCanvas grid={shown} label={texts.grid.describeLabelled(numbers)} className={classes.canvas} />
    </>
  );
}
