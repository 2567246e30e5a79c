/**
 * A run's state as one file, in the safetensors format. What is not a tensor (config, step, random streams, place in
 * the data) is JSON in its metadata.
 */

import type { RunConfig } from '../../core/config.ts';
import { EngineError } from '../../core/errors.ts';
import type { TensorFault } from '../../core/problems/keep.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { decodeTensors, encodeTensors } from './safetensors.ts';

const FORMAT = 'gan-playground/1';

export interface Checkpoint {
  readonly config: RunConfig;
  readonly snapshot: Snapshot;
}

export function encodeCheckpoint({ config, snapshot }: Checkpoint): Uint8Array<ArrayBuffer> {
  const { tensors, ...state } = snapshot;
  const metadata = { format: FORMAT, config: JSON.stringify(config), state: JSON.stringify(state) };
  return encodeTensors({ tensors, metadata }, 'F32');
}

const bad = (fault: TensorFault): EngineError => new EngineError('bad-config', { code: 'checkpoint.bad', fault });

/**
 * Reads a file back. Whether its tensors fit the config's networks is checked when they are restored.
 *
 * @throws EngineError `bad-config` that says what is wrong with the file.
 */
export function decodeCheckpoint(file: Uint8Array): Checkpoint {
  const { tensors, metadata } = decodeTensors(file, bad);
  const { format, config, state } = metadata;
  if (format !== FORMAT || !config || !state) throw bad({ code: 'tensors.format', format: FORMAT });
  try {
    return { config: JSON.parse(config), snapshot: { ...JSON.parse(state), tensors } };
  } catch {
    throw bad({ code: 'tensors.metadataJson' });
  }
}
