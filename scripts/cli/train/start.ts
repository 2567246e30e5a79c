/** Where a training begins: at step 0 of a config, or where a record ends. */
import { readFileSync } from 'node:fs';
import type { RunConfig } from '../../../src/core/config.ts';
import { type ParamValue, parseParam } from '../../../src/core/params.ts';
import { type Checkpoint, changePlan, decodeCheckpoint, resolve } from '../../../src/engine/headless.ts';
import type { Plan } from '../../../src/gan/plan.ts';
import { inEnglish } from '../../../src/i18n/problems/explain.ts';
import type { RunLog } from '../../../src/record/log.ts';
import { readRecord } from '../../../src/record/record.ts';
import { UsageError } from '../../options.ts';

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

function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (thrown) {
    throw new UsageError(`${path} cannot be read: ${(thrown as Error).message}.`);
  }
}

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
  const changes: Record<string, ParamValue> = {};
  for (const change of beginning.changes) {
    const at = change.indexOf('=');
    const name = change.slice(0, at);
    const spec = resolved.specs[name];
    if (at < 1) throw new UsageError(`--set takes NAME=VALUE, not “${change}”.`);
    if (!spec) throw new UsageError(`${resolved.recipe.name} has no parameter “${name}”.`);
    const parsed = parseParam(name, spec, change.slice(at + 1));
    if (!parsed.ok) throw new UsageError(inEnglish(parsed.why));
    changes[name] = parsed.value;
  }
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
