import type { ScalarName } from '../../core/scalars.ts';
import type { Term } from '../../gan/terms.ts';

/** A term has the name of its line in the charts, also where it has none. */
export const SCALAR_OF = {
  real: 'lossReal',
  fake: 'lossFake',
  classes: 'lossClass',
  features: 'lossMatch',
  penalty: 'penalty',
} as const satisfies Record<Term['part'], ScalarName>;
