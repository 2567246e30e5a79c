import { faultsIn } from '../fault.ts';

const LOWER = 'network/lower.ts';
const AGREEMENT = 'network/agreement.test.ts';

/** What others read. */
export const exportFaults = faultsIn('src/exports', [
  [
    'the odd pixel of a pad is at the beginning',
    LOWER,
    'Math.floor(total / 2), Math.ceil(total / 2)',
    'Math.ceil(total / 2), Math.floor(total / 2)',
    AGREEMENT,
    'elsewhere',
  ],
  [
    'rows that no window reaches are left out',
    LOWER,
    'output: to, beyond,',
    'output: to, beyond: 0,',
    AGREEMENT,
    'elsewhere',
  ],
  [
    'statistics of the batch are never used',
    LOWER,
    "statistics === 'batch'",
    "statistics === ('never' as typeof statistics)",
    AGREEMENT,
    'elsewhere',
  ],
  [
    'the average’s weights are those of G itself',
    'network/network.ts',
    "weights === 'average' ? 'average' : part),",
    'part),',
    AGREEMENT,
    'elsewhere',
  ],
  [
    'a record’s checksum is bare',
    'events/records.ts',
    '(sum << 17)) + 0xa282ead8',
    '(sum << 17)) + 0',
    'formats/tensorboard.test.ts',
  ],
]);
