/** The kernels, from AssemblyScript to WebAssembly: anything that starts the `simd` backend needs them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';

const SOURCES = join('src', 'simd', 'assembly');
const OUT = join('src', 'simd', 'binaries');
/** What the binaries beside it were made of. */
const MADE_OF = join(OUT, 'made-of.txt');

/** One with relaxed SIMD, whose multiply-add is fused, and one without. */
const BINARIES = { relaxed: ['--enable', 'relaxed-simd'], plain: [] };
const FLAGS = [
  join(SOURCES, 'index.ts'),
  '--optimizeLevel',
  '3',
  '--shrinkLevel',
  '0',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--enable',
  'threads',
  // The memory is made by TypeScript, which knows the limit; these are only the least it must be.
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
  '--use',
  'abort=',
];
const fileOf = (name: string): string => join(OUT, `${name}.wasm`);

/** Of the sources, the flags and the compiler. */
function fingerprint(): string {
  const { version } = createRequire(import.meta.url)('assemblyscript/package.json') as { readonly version: string };
  const hash = createHash('sha256').update(JSON.stringify([FLAGS, BINARIES, version]));
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  for (const file of files.toSorted()) hash.update(`\0${file}\0`).update(readFileSync(join(SOURCES, file)));
  return hash.digest('hex');
}

function areUpToDate(made: string): boolean {
  const there = [MADE_OF, ...Object.keys(BINARIES).map(fileOf)].every((file) => existsSync(file));
  return there && readFileSync(MADE_OF, 'utf8') === made;
}

/**
 * Compiles src/simd/assembly into two binaries beside it, unless they are made of these very sources.
 *
 * @throws Error with what the compiler says
 */
export async function makeKernels(): Promise<void> {
  const made = fingerprint();
  if (areUpToDate(made)) return;
  console.error('Compiling the kernels …');
  mkdirSync(OUT, { recursive: true });
  // A compilation that breaks off must not leave a mark that says it is done.
  rmSync(MADE_OF, { force: true });
  for (const [name, features] of Object.entries(BINARIES)) {
    const { error, stderr } = await asc.main([...FLAGS, ...features, '--outFile', fileOf(name)]);
    if (error) throw new Error(`The kernels do not compile:\n${stderr.toString()}`);
  }
  writeFileSync(MADE_OF, made);
}
