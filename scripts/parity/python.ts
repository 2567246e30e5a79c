/** The reference in PyTorch, as a child process that answers line by line. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { OptimizerSpec } from '../../src/gan/plan.ts';
import type { StepCase } from './cases.ts';
import type { OurStep, OurUpdates, Tensors, Values } from './ours.ts';

const PYTHONS = ['python3', '/usr/bin/python3', 'python'];

/** The first Python here that has PyTorch, or null. */
export const findPython = (): string | null =>
  PYTHONS.find((python) => spawnSync(python, ['-c', 'import torch'], { timeout: 60_000 }).status === 0) ?? null;

export interface Reference {
  step(plan: StepCase['plan'], ours: OurStep): Promise<Tensors>;
  updates(spec: OptimizerSpec, ours: OurUpdates): Promise<Tensors>;
  close(): void;
}

/** Arrays of numbers as base64 of their bytes. */
export const encode = ({ shape, values, ...rest }: Values) => ({
  ...rest,
  shape,
  values: Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64'),
});

export const encodeExamples = ({ images, labels }: { readonly images: Values; readonly labels: Values }) => ({
  images: encode(images),
  labels: encode(labels),
});

function decode(tensors: Readonly<Record<string, string>>): Tensors {
  return new Map(
    Object.entries(tensors).map(([name, text]) => {
      const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
      return [name, new Float64Array(bytes.buffer)];
    }),
  );
}

/** A script that answers requests for tensors, a line each. */
export function startScript(python: string, script: string) {
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function ask(request: object): Promise<Tensors> {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${script} ended without an answer.`);
    const { tensors, error } = JSON.parse(value);
    if (error) throw new Error(`${script} failed: ${error}`);
    return decode(tensors);
  }
  return { ask, close: () => child.stdin.end() };
}

export function startReference(python: string): Reference {
  const { ask, close } = startScript(python, join('scripts', 'parity', 'reference.py'));
  return {
    step: (plan, { weights, batches, draws }) =>
      ask({
        ask: 'step',
        plan,
        weights: { generator: weights.generator.map(encode), discriminator: weights.discriminator.map(encode) },
        batches: batches.map(({ labelled, ...batch }) => ({
          ...encodeExamples(batch),
          ...(labelled && { labelled: encodeExamples(labelled) }),
        })),
        draws: Object.fromEntries(Object.entries(draws).map(([name, queue]) => [name, queue.map(encode)])),
      }),
    updates: (spec, { start, gradients }) =>
      ask({ ask: 'optimizer', spec, start: encode(start), gradients: gradients.map(encode) }),
    close,
  };
}
