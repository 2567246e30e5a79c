import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { comesLater, firstBundle, lateParts } from './parts.ts';

/** Builds a page of these modules; `main.js` is its entry. */
async function built(files: Readonly<Record<string, string>>): Promise<readonly Rolldown.OutputChunk[]> {
  const root = await mkdtemp(join(tmpdir(), 'parts-'));
  const page = { 'index.html': '<script type="module" src="/main.js"></script>', ...files };
  for (const [file, text] of Object.entries(page)) await writeFile(join(root, file), text);
  try {
    const output = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [lateParts()],
      build: { write: false, modulePreload: { polyfill: false } },
    });
    return (output as Rolldown.RolldownOutput).output.filter((part) => part.type === 'chunk');
  } finally {
    await rm(root, { recursive: true });
  }
}

const nameOf = ({ fileName }: { readonly fileName: string }) => fileName.replace(/-[\w-]{8}\.js$/, '.js');

describe('the built page', () => {
  it('has what both need in the first bundle, and what only a dynamic import reaches in a later part', async () => {
    const chunks = await built({
      'main.js': "import { both } from './both.js'; both(); import('./view.js').then(({ view }) => view());",
      'view.js':
        "import { both } from './both.js'; import { own } from './own.js'; export const view = () => both(own);",
      'both.js': "export const both = (what) => document.title = 'both' + what;",
      'own.js': "export const own = document.body.id + 'own';",
    });
    expect(chunks.map(nameOf).toSorted()).toEqual(['assets/later-view.js', 'assets/page-index.js']);
    expect(firstBundle(chunks).map(nameOf)).toEqual(['assets/page-index.js']);
    expect(chunks.find(({ isEntry }) => isEntry)?.code).not.toContain('own');
  });

  it('is not built where a late part comes with the first bundle all the same', async () => {
    const page = built({
      'main.js': "import './other.js'; import('./view.js').then(({ view }) => view());",
      'other.js': "import { view } from './view.js'; view();",
      'view.js': "export const view = () => document.title = 'view';",
    });
    await expect(page).rejects.toThrow(
      /main\.js means to fetch \S+view\.js late, but it comes with the first bundle, because \S+other\.js imports it/,
    );
  });
});

it('the first bundle is what the entry’s chunks import, and what those import', () => {
  const chunk = (fileName: string, imports: readonly string[], isEntry = false) => ({
    fileName,
    imports,
    isEntry,
    moduleIds: [],
  });
  const chunks = [
    chunk('deep', ['main']),
    chunk('main', ['near'], true),
    chunk('near', ['deep']),
    chunk('late', ['near']),
  ];
  expect(firstBundle(chunks).map(({ fileName }) => fileName)).toEqual(['main', 'near', 'deep']);
});

it.each([
  [true, '/src/engine/play/judge.ts', true],
  [true, '/src/webgpu/replay/replay.ts', true],
  [true, 'C:\\src\\engine\\measure\\quality.ts', true],
  [false, '/src/engine/measure/quality.ts', false],
  [true, '/src/engine/backends/webgl.ts', false],
  [true, '/src/simd/pool/kernels.ts', false],
  [true, '/src/simd/replay/replay.ts', true],
  [true, null, false],
])('of the worker, dynamic %s, %s comes later: %s', (isDynamicEntry, facadeModuleId, later) => {
  expect(comesLater({ isDynamicEntry, facadeModuleId, moduleIds: [] })).toBe(later);
});

it.each([
  [['/src/webgpu/replay/written.ts', '/src/program/passes/draws.ts'], true],
  [['/src/program/program.ts'], false],
])('of the worker, what several share, %j, comes later: %s', (moduleIds, later) => {
  expect(comesLater({ isDynamicEntry: false, moduleIds })).toBe(later);
});
