import type { CSSProperties, KeyboardEvent } from 'react';
import type { ClassView } from '../../core/config.ts';
import { useTexts } from '../../i18n/index.ts';
import type { ImageGrid } from '../../protocol/index.ts';
import { useLayout } from '../layout.ts';
import { useController, useRun } from '../playground.ts';
import { choosePlace, placeAfter, useChosenPlace } from './chosen.ts';
import { keepFromGrid } from './kept.ts';
import classes from './SampleCells.module.css';

interface SampleCellsProps {
  readonly grid: ImageGrid;
  /** Which classes it shows. */
  readonly view: ClassView;
  nameOf(label: number): string;
}

const open = (): void => useLayout.setState({ stage: 'one' });

/** Lies over a grid of samples, so that one of them can be chosen: one stop for the keyboard, arrow keys within. */
export function SampleCells({ grid: { rows, columns, labels }, view, nameOf }: SampleCellsProps) {
  const texts = useTexts();
  const chosen = useChosenPlace(rows * columns);
  const { request } = useController();
  const run = useRun(({ info, phase }) => (phase.kind === 'failed' ? 0 : (info?.run ?? 0)));
  const keepIt = (place: number): void => {
    choosePlace(place);
    if (run > 0) keepFromGrid(request, run, view, place).catch(console.warn);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      keepIt(chosen);
      open();
    }
    const next = placeAfter(event.key, chosen, rows, columns);
    if (next === null) return;
    event.preventDefault();
    choosePlace(next);
  };

  return (
    <div
      role="listbox"
      aria-label={texts.stage.choose}
      title={texts.stage.chooseHint}
      tabIndex={0}
      aria-activedescendant={`sample-${chosen}`}
      className={classes.cells}
      style={{ '--columns': columns, '--rows': rows } as CSSProperties}
      onKeyDown={onKey}
      onClick={({ target }) => {
        const place = (target as HTMLElement).dataset.place;
        if (place !== undefined) keepIt(Number(place));
      }}
      onDoubleClick={open}
    >
      {Array.from({ length: rows * columns }, (_, place) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          key={place}
          id={`sample-${place}`}
          role="option"
          tabIndex={-1}
          data-place={place}
          aria-selected={place === chosen}
          aria-label={texts.stage.cell({
            row: Math.floor(place / columns) + 1,
            column: (place % columns) + 1,
            label: labels ? nameOf(labels[place] as number) : null,
          })}
        />
      ))}
    </div>
  );
}
