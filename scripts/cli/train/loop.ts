import { EngineError } from '../../../src/core/errors.ts';
import type { ScalarRows } from '../../../src/core/scalars.ts';
import type { Training } from '../../../src/engine/headless.ts';

const READ_EVERY = 16;

/**
 * Trains to a step, with the examinations that are due on the way.
 *
 * @param onRows called with what was measured; marks of an examination come as a second row of their step
 * @throws EngineError `non-finite` at the first value that is not a finite number
 */
export async function trainTo(training: Training, steps: number, onRows: (rows: ScalarRows) => void): Promise<void> {
  while (training.step() < steps) {
    training.advance('both');
    const step = training.step();
    if (step % READ_EVERY !== 0 && step < steps && !training.isExamining()) continue;
    const { rows, bad } = await training.readBack();
    onRows(rows);
    if (bad) throw new EngineError('non-finite', { code: 'run.notFinite', ...bad, good: null });
    while (training.isExamining()) {
      const marks = await training.examine();
      if (marks) onRows(marks);
    }
  }
}
