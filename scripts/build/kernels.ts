/**
 * Compiles the kernels (src/simd/assembly) into two binaries beside it: one with relaxed SIMD, whose
 * multiply-add is fused, and one without. Run before anything that starts the `simd` backend.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = [
  'src/simd/assembly/index.ts',
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
const binaries = { relaxed: ['--enable', 'relaxed-simd'], plain: [] };

await mkdir(`${root}src/simd/binaries`, { recursive: true });
for (const [name, features] of Object.entries(binaries)) {
  const { error, stderr } = await asc.main([
    ...shared,
    ...features,
    '--baseDir',
    root,
    '--outFile',
    `src/simd/binaries/${name}.wasm`,
  ]);
  if (error) {
    console.error(stderr.toString());
    process.exit(1);
  }
}
