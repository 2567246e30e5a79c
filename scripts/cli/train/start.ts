/** Where a training begins: at step 0 of a config, or where a record ends. */
import type { RunConfig } from '../../../src/core/config.ts';
import { type Checkpoint, changePlan, decodeCheckpoint, resolve } from '../../../src/engine/headless.ts';
import type { Plan } from '../../../src/gan/plan.ts';
import type { RunLog } from '../../../src/record/log.ts';
import { readRecord } from '../../../src/record/record.ts';
import { readBytes } from '../../options.ts';
import { readParams } from './config.ts';

/** What a command line asks for. */
export type Beginning =
  /** At step 0, with the networks' weights from a file if there is one. */
  | { readonly kind: 'config'; readonly config: RunConfig; readonly weights: string | null }
  /** With live changes, as `NAME=VALUE`. */
  | { readonly kind: 'record'; readonly path: string; readonly changes: readonly string[] };

export interface Start {
  readonly config: RunConfig;
  readonly plan: Plan;
  /** Null at step 0. */
  readonly checkpoint: Checkpoint | null;
  /** In place of those that are drawn from the seed. */
  readonly weights: Blob | null;
  /** What the run had shown by then. */
  readonly log: RunLog;
}

const NOTHING: RunLog = { steps: new Float64Array(), columns: new Map(), scores: [], events: [], frames: [] };

/**
 * @throws EngineError that says what is wrong with the record, or what of it cannot be changed; UsageError what with the
 * arguments
 */
export async function openStart(beginning: Beginning): Promise<Start> {
  if (beginning.kind === 'config') {
    const { config, weights: path } = beginning;
    const weights = path === null ? null : new Blob([readBytes(path)]);
    return { config, plan: resolve(config).plan, checkpoint: null, weights, log: NOTHING };
  }
  const bytes = readBytes(beginning.path);
  const { config, log, step } = await readRecord(new Blob([bytes]));
  const resolved = resolve(config);
  const changes = readParams(resolved.recipe.name, resolved.specs, beginning.changes);
  const { plan, params } = changePlan(resolved, config.params, changes);
  const events = Object.entries(changes).map(([name, value]) => ({ kind: 'set', step, name, value }) as const);
  return {
    config: { ...config, params },
    plan,
    checkpoint: decodeCheckpoint(bytes),
    weights: null,
    log: { ...log, events: [...log.events, ...events] },
  };
}
