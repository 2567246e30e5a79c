/** What a run has measured, as a table of text: a line for each step, a column for each scalar. */
import { badConfig, type EngineError } from '../core/errors.ts';
import type { TableFault } from '../core/problems/keep.ts';
import { SCALARS, type ScalarName } from '../core/scalars.ts';
import type { RunLog } from './log.ts';

const bad = (fault: TableFault): EngineError => badConfig({ code: 'table.bad', fault });

const isScalar = (name: string): name is ScalarName => (SCALARS as readonly string[]).includes(name);

/**
 * Reads a table whose columns are named in its first line, the steps first. Empty cells were not measured; columns of
 * other names are passed over.
 *
 * @throws EngineError `bad-config` that says what is wrong with it
 */
export function readTable(text: string): Pick<RunLog, 'steps' | 'columns'> {
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = head.split(',');
  if (names[0] !== 'step' || !names.some(isScalar)) throw bad({ code: 'table.head' });
  const steps = new Float64Array(lines.length);
  const columns = new Map(names.filter(isScalar).map((name) => [name, new Float32Array(lines.length)] as const));
  for (const [row, line] of lines.entries()) {
    const cells = line.split(',');
    if (cells.length !== names.length) throw bad({ code: 'table.cells', line: row + 2 });
    const step = Number(cells[0] || Number.NaN);
    if (!Number.isSafeInteger(step) || step < 0 || step <= (steps[row - 1] ?? -1))
      throw bad({ code: 'table.step', line: row + 2 });
    steps[row] = step;
    for (const [at, name] of names.entries()) {
      const cell = cells[at] ?? '';
      const value = cell === '' ? Number.NaN : Number(cell);
      if (cell !== '' && Number.isNaN(value)) throw bad({ code: 'table.number', line: row + 2, name });
      if (isScalar(name)) (columns.get(name) as Float32Array)[row] = value;
    }
  }
  return { steps, columns };
}
