/** Every measured step as a line, every scalar as a column. */
import { SCALARS } from '../../core/scalars.ts';
import type { RunLog } from '../../record/log.ts';
import type { About, Make } from '../exporter.ts';

export const about: About = { id: 'csv', subject: 'log', suffix: '.csv', type: 'text/csv', suits: () => true };

/** Empty where nothing was measured; a column of which nothing was ever measured is left out. */
export function csvOf({ steps, columns }: Pick<RunLog, 'steps' | 'columns'>): string {
  const measured = SCALARS.flatMap((name) => {
    const column = columns.get(name);
    return column?.some((value) => !Number.isNaN(value)) ? [{ name, column }] : [];
  });
  const cell = (value: number | undefined): string => (value === undefined || Number.isNaN(value) ? '' : String(value));
  const lines = Array.from(steps, (step, row) => [step, ...measured.map(({ column }) => cell(column[row]))].join(','));
  return [['step', ...measured.map(({ name }) => name)].join(','), ...lines, ''].join('\n');
}

export const make: Make = async ({ log }) => csvOf(log);
