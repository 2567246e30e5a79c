import { BACKEND_IDS, type BackendId, type RunConfig } from '../../../src/core/config.ts';
import { readArguments, UsageError } from '../../options.ts';
import { CONFIG_OPTIONS, readConfig } from './config.ts';

export interface TrainOptions {
  readonly config: RunConfig;
  readonly steps: number;
  readonly backend: BackendId | 'auto';
  readonly out: string | null;
  readonly summary: boolean;
}

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
        summary: { says: 'adds the quality measures of 1000 samples to the JSON' },
        out: {
          takes: 'DIR',
          says: 'writes grid.png (in the plane: plane.png), log.csv and checkpoint.safetensors there,\nand best.safetensors where D learns classes',
        },
      },
    },
    args,
  );
  const { backend = 'auto', out = null, summary = false } = values;
  if (!isBackend(backend))
    throw new UsageError(`--backend must be one of ${BACKEND_IDS.join(', ')}, not “${backend}”.`);
  return { ...readConfig(values), backend, out, summary };
}
