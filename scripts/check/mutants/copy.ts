/** Copies of the project in which faults are planted. */
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Fault, planted } from './fault.ts';

/** What the unit tests need; under version control or made from it. */
const NEEDED = ['src', 'scripts', 'public', 'package.json', 'vite.config.ts', 'vitest.config.ts', 'index.html'];

/** Files are linked, not copied: whoever changes one must put another in its place. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EISDIR' && code !== 'EPERM') throw error;
    mkdirSync(to);
    for (const name of readdirSync(from)) link(join(from, name), join(to, name));
  }
}

/** A copy of the project in this folder, which must not be a part of it. */
export function copyProject(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of NEEDED) link(name, join(folder, name));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
}

function replace(file: string, text: string): void {
  rmSync(file);
  writeFileSync(file, text);
}

/** Plants a fault in a copy for as long as `work` takes. */
export async function withFault<Result>(folder: string, fault: Fault, work: () => Promise<Result>): Promise<Result> {
  const file = join(folder, fault.file);
  const source = readFileSync(file, 'utf8');
  replace(file, planted(source, fault));
  try {
    return await work();
  } finally {
    replace(file, source);
  }
}
