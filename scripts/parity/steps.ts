/** One training step of every recipe, in every position of its switches, and every optimiser, against PyTorch. */
import { readFileSync, writeFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { backendStarters } from '../../src/engine/headless.ts';
import { UsageError } from '../options.ts';
import { fingerprint, optimizerCases, stepCases } from './cases.ts';
import { type Difference, differences, TOLERANCE, worstOf } from './compare.ts';
import { ourStep, ourUpdates, type Tensors } from './ours.ts';
import { findPython, type Reference, startReference } from './python.ts';
import { compareWithRecord, digests, RECORD, type Recorded } from './record.ts';

interface Compared {
  readonly name: string;
  readonly found: readonly Difference[];
}

const worstBy = (found: readonly Difference[], prefix: RegExp): number =>
  Math.max(0, ...found.filter(({ tensor }) => prefix.test(tensor)).map(({ relative }) => relative));
const percent = (value: number): string => value.toExponential(1);

function report({ name, found }: Compared, all: boolean): boolean {
  const worst = worstOf(found);
  const passed = worst.relative <= TOLERANCE;
  if (all || !passed)
    console.log(
      `${passed ? '✓' : '✗'} ${name}: scalars ${percent(worstBy(found, /^(?!update|after)/))}, gradients ${percent(worstBy(found, /^update/))}, after ${percent(worstBy(found, /^after/))}; worst: ${worst.tensor}`,
    );
  return passed;
}

/**
 * Without PyTorch the comparison is with numbers that were recorded from it.
 *
 * @param record PyTorch's numbers are recorded anew
 * @param all also tells of the cases that agree
 * @returns whether all agree
 */
export async function compareSteps({
  backend,
  record,
  all,
}: {
  readonly backend: 'simd' | 'cpu';
  readonly record: boolean;
  readonly all: boolean;
}): Promise<boolean> {
  await backendStarters[backend]();
  const python = findPython();
  if (record && !python) throw new UsageError('Recording takes a Python with PyTorch, and none was found.');
  const reference = python ? startReference(python) : null;
  const recorded: Recorded = JSON.parse(readFileSync(RECORD, 'utf8'));
  const fresh: Record<string, Recorded[string]> = {};
  console.log(
    `Our ${tf.getBackend()} backend at single precision against ${reference ? 'PyTorch at double precision' : 'what was recorded from PyTorch'}.`,
  );

  /** Compares with PyTorch where it is, and keeps its digests; else with the record. */
  async function compare(
    name: string,
    hash: string,
    ours: Tensors,
    ask: ((reference: Reference) => Promise<Tensors>) | null,
  ): Promise<Compared> {
    if (!reference || !ask) return { name, found: compareWithRecord(name, hash, ours, recorded) };
    const theirs = await ask(reference);
    fresh[name] = { hash, values: digests(theirs) };
    return { name, found: differences(ours, theirs) };
  }

  const results: Compared[] = [];
  try {
    for (const { name, plan } of stepCases()) {
      const ours = ourStep(plan);
      results.push(await compare(name, fingerprint(plan), ours.tensors, (python) => python.step(plan, ours)));
    }
    for (const { name, spec } of optimizerCases()) {
      const ours = ourUpdates(spec);
      results.push(await compare(name, fingerprint(spec), ours.tensors, (python) => python.updates(spec, ours)));
    }
  } finally {
    // Else it would keep this process alive.
    reference?.close();
  }

  const passed = results.filter((result) => report(result, all)).length;
  const worst = results
    .map(({ name, found }) => ({ name, ...worstOf(found) }))
    .reduce((a, b) => (b.relative <= a.relative ? a : b));
  console.log(
    `${passed} of ${results.length} agree within ${percent(TOLERANCE)}. The worst is ${percent(worst.relative)}: ${worst.tensor} of ${worst.name}.`,
  );
  if (record && passed === results.length) {
    const lines = Object.entries(fresh).map(([name, entry]) => `  ${JSON.stringify(name)}: ${JSON.stringify(entry)}`);
    writeFileSync(RECORD, `{\n${lines.join(',\n')}\n}\n`);
    console.log(`Recorded in ${RECORD}.`);
  }
  return passed === results.length;
}
