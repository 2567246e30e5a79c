/** Compares exported PyTorch projects with our own engine: samples, one further step, and two processes with one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../options.ts';
import { type Difference, LEAST_SCALAR, normOf, TOLERANCE, worstOf, ZERO } from '../compare.ts';
import type { Tensors } from '../ours.ts';
import { findPython, startScript } from '../python.ts';
import { type ProjectCase, projectCases } from './cases.ts';
import { ourProject } from './ours.ts';
import { twoProcesses } from './processes.ts';

export const HARNESS = join('scripts', 'parity', 'projects', 'harness.py');

const written = (value: number): string => value.toExponential(1);

/** What is measured by the whole of it: a network's gradients of an update, its weights, or its moments of a kind. */
function familyOf(tensor: string): string {
  const [, update] = /^(update \d+, \w+)\./.exec(tensor) ?? [];
  const [, network, moment = ''] =
    /^after, (?:moments\.)?(\w+)\..*?(exp_avg|exp_avg_sq|square_avg|velocity|momentum_buffer)?$/.exec(tensor) ?? [];
  return update ?? (network ? `${network} ${moment}` : tensor);
}

/** A tensor is never measured by less than this share of its family. */
const LEAST_SCALE = 1e-2;

/** ‖ours − theirs‖ by the norm of theirs, or by its family; a gradient that is zero by nature by all of its family. */
function compared(ours: Tensors, theirs: Tensors): readonly Difference[] {
  const families = new Map<string, number>();
  for (const [name, values] of theirs)
    families.set(familyOf(name), Math.hypot(families.get(familyOf(name)) ?? 0, normOf(values)));
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((tensor) => {
    const [a, b] = [ours.get(tensor), theirs.get(tensor)];
    if (!a || !b || a.length !== b.length) return { tensor, relative: Number.POSITIVE_INFINITY };
    const family = families.get(familyOf(tensor)) ?? 0;
    const norm = normOf(b);
    const isZero = tensor.startsWith('update') && norm <= ZERO * family;
    const least = /^(update|after)/.test(tensor) ? LEAST_SCALE * family : LEAST_SCALAR;
    const distance = normOf(Float64Array.from(a, (value, i) => value - (b[i] as number)));
    return { tensor, relative: distance / (isZero ? family : Math.max(norm, least, Number.MIN_VALUE)) };
  });
}

/** @param folder where the project is put */
export async function compareProject(
  project: ProjectCase,
  { ask }: Pick<ReturnType<typeof startScript>, 'ask'>,
  folder: string,
): Promise<readonly Difference[]> {
  const { request, tensors } = await ourProject(project, folder);
  return compared(tensors, await ask({ ...request, folder }));
}

/**
 * @param all also tells of the projects that agree
 * @param only projects with this in their names
 * @returns whether all agree
 */
export async function compareProjects({
  all,
  only = '',
}: {
  readonly all: boolean;
  readonly only?: string;
}): Promise<boolean> {
  const python = findPython();
  if (!python) throw new UsageError('Comparing projects takes a Python with PyTorch, and none was found.');
  const wanted = projectCases().filter(({ name }) => name.includes(only));
  if (wanted.length === 0) throw new UsageError(`No project has “${only}” in its name.`);
  const folder = mkdtempSync(join(tmpdir(), 'projects-'));
  const harness = startScript(python, HARNESS);
  const worst: (Difference & { readonly name: string })[] = [];
  try {
    for (const [i, project] of wanted.entries()) {
      const found = await compareProject(project, harness, join(folder, String(i)));
      const { tensor, relative } = worstOf(found);

      worst.push({ name: project.name, tensor, relative });
      if (all || relative > TOLERANCE)
        console.log(`${relative <= TOLERANCE ? '✓' : '✗'} ${project.name}: ${written(relative)}, ${tensor}`);
    }
    const passed = worst.filter(({ relative }) => relative <= TOLERANCE).length;
    const first = worst.toSorted((a, b) => b.relative - a.relative)[0];
    console.log(
      `${passed} of ${worst.length} projects agree within ${written(TOLERANCE)} in samples, losses, gradients, and all that they keep after a step. The worst is ${written(first?.relative ?? 0)}: ${first?.tensor} of ${first?.name}.`,
    );
    const together = only ? [] : await twoProcesses(python, folder);
    for (const { name, relative } of together)
      console.log(`Two processes and one, 20 steps of ${name}: ${written(relative)}.`);
    return passed === worst.length && together.every(({ relative }) => relative <= TOLERANCE);
  } finally {
    harness.close();
    rmSync(folder, { recursive: true });
  }
}
