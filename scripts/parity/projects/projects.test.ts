/** Some exported projects against our engine, where PyTorch is: `npm run parity -- --projects` has them all. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TOLERANCE, worstOf } from '../compare.ts';
import { findPython, startScript } from '../python.ts';
import { type ProjectCase, projectCases } from './cases.ts';
import { compareProject, HARNESS } from './run.ts';

const python = findPython();
const folder = mkdtempSync(join(tmpdir(), 'projects-'));
let harness: ReturnType<typeof startScript> | undefined;

beforeAll(() => {
  if (python) harness = startScript(python, HARNESS);
});
afterAll(() => {
  harness?.close();
  rmSync(folder, { recursive: true });
});

const TRIED = /^(cgan on mnist|sgan on mnist|dragan on swiss-roll|wgan-gp on mnist|.* made by hand)$/;
const tried = projectCases().filter(({ name }) => TRIED.test(name));

it('some of every kind are tried', () => expect(tried.length).toBeGreaterThanOrEqual(6));

it.skipIf(!python).each(tried)('$name goes on in PyTorch as it does here', async (project: ProjectCase) => {
  if (!harness) throw new Error('There is no PyTorch.');
  const found = await compareProject(project, harness, join(folder, project.name));
  const { relative, tensor } = worstOf(found);
  expect(relative, tensor).toBeLessThan(TOLERANCE);
});
