/** Curves of another run, from a file, drawn beside those of the run on the screen. */
import { create } from 'zustand';
import { createHistory, type History } from '../../core/history.ts';
import type { ScalarRows } from '../../core/scalars.ts';
import type { LineStyle } from '../../plot/series.ts';

interface Ghost {
  /** The name of its file. */
  readonly label: string;
  readonly history: History;
}

export const useGhost = create<{ readonly ghost: Ghost | null }>(() => ({ ghost: null }));

export function showGhost(label: string, rows: ScalarRows): void {
  const history = createHistory();
  history.append(rows);
  useGhost.setState({ ghost: { label, history } });
}

/** The same line, as a broad shadow: no line of the run's own is like that. */
export const faint = (line: LineStyle): LineStyle => ({ ...line, width: 3.5, opacity: 0.25 });
