/** Which of the samples on the screen is looked at by itself. */
import { create } from 'zustand';

interface Chosen {
  /** Its place in the grid, row after row. */
  readonly place: number;
}

const useChosen = create<Chosen>(() => ({ place: 0 }));

/** The place that is chosen, in a grid of so many. */
export const useChosenPlace = (count: number): number => useChosen(({ place }) => Math.min(place, count - 1));

export const choosePlace = (place: number): void => useChosen.setState({ place });

/** Where a key leads in a grid; null for one that leads nowhere. */
export function placeAfter(key: string, place: number, rows: number, columns: number): number | null {
  const [row, column] = [Math.floor(place / columns), place % columns];
  switch (key) {
    case 'ArrowLeft':
      return Math.max(place - 1, row * columns);
    case 'ArrowRight':
      return Math.min(place + 1, row * columns + columns - 1);
    case 'ArrowUp':
      return row > 0 ? place - columns : place;
    case 'ArrowDown':
      return row < rows - 1 ? place + columns : place;
    case 'Home':
      return place - column;
    case 'End':
      return place - column + columns - 1;
    default:
      return null;
  }
}
