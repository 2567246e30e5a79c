import { BACKEND_IDS, type BackendId } from '../../../src/core/config.ts';
import { readArguments, UsageError, wholeNumber } from '../../options.ts';
import { CONFIG_OPTIONS, readConfig } from './config.ts';
import type { Beginning } from './start.ts';

export interface TrainOptions {
  readonly from: Beginning;
  readonly steps: number;
  readonly backend: BackendId | 'auto';
  readonly out: string | null;
  /** Where the run's record is written. */
  readonly record: string | null;
  readonly summary: boolean;
}

/** What a record says by itself. */
const OF_THE_RECORD = ['recipe', 'data', 'seed', 'g', 'd'] as const;

const isBackend = (id: string): id is BackendId | 'auto' => ['auto', ...BACKEND_IDS].includes(id);

/** @throws UsageError that says what is wrong and what would be right. */
export function readOptions(args: readonly string[]): TrainOptions {
  const { values } = readArguments(
    {
      command: 'npm run train',
      about: 'Trains without a page, and says as JSON how far it got.',
      options: {
        ...CONFIG_OPTIONS,
        backend: { takes: 'ID', says: `${BACKEND_IDS.join(', ')}; the quickest that starts here by default` },
        resume: {
          takes: 'FILE',
          says: 'goes on from a record, exactly; --steps is the step to go to, --set changes what may change on the way',
        },
        weights: {
          takes: 'FILE',
          says: 'begins with the weights of G, D or both in a safetensors file, from npm run export or PyTorch',
        },
        record: { takes: 'FILE', says: 'writes the whole run there, for --resume, npm run export and the page' },
        summary: { says: 'adds the quality measures of 1000 samples to the JSON' },
        out: {
          takes: 'DIR',
          says: 'writes grid.png (in the plane: plane.png), log.csv and checkpoint.safetensors there,\nand best.safetensors where D learns classes',
        },
      },
    },
    args,
  );
  const { backend = 'auto', out = null, record = null, resume, weights = null, summary = false } = values;
  if (!isBackend(backend))
    throw new UsageError(`--backend must be one of ${BACKEND_IDS.join(', ')}, not “${backend}”.`);
  const common = { backend, out, record, summary };
  if (resume === undefined) {
    const { config, steps } = readConfig(values);
    return { from: { kind: 'config', config, weights }, steps, ...common };
  }
  if (weights !== null) throw new UsageError('--resume takes the weights from the record: leave --weights out.');
  const doubled = OF_THE_RECORD.find((name) => values[name] !== undefined);
  if (doubled) throw new UsageError(`--resume takes ${doubled} from the record: leave --${doubled} out.`);
  if (values.steps === undefined) throw new UsageError('--steps N is missing: the step to go on to.');
  const from = { kind: 'record', path: resume, changes: values.set ?? [] } as const;
  return { from, steps: wholeNumber('steps', values.steps, { most: 1e9 }), ...common };
}
