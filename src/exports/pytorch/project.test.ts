import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { DataSetInfo, ImageSetInfo } from '../../core/dataSet.ts';
import { parseLayers } from '../../core/layerText.ts';
import { ownPointsId, ownPointsInfo } from '../../core/ownPoints.ts';
import type { ParamValues } from '../../core/params.ts';
import { initialState, openStream } from '../../core/random.ts';
import { dataSets } from '../../data/sets/index.ts';
import { objectives } from '../../gan/objectives/index.ts';
import { offersOf } from '../../gan/offers.ts';
import { holds } from '../../gan/penalties/index.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { unsound } from '../../gan/soundness.ts';
import { variationsOf } from '../../gan/testing/variations.ts';
import { factsOf, type Subject } from './facts.ts';
import { pythonFiles } from './project.ts';
import { readmeFile } from './readme.ts';
import { brings, sourceOf } from './sets/index.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'pytorch-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Project extends Subject {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

function projectOf(
  recipe: Subject['recipe'] & (typeof recipes)[number],
  data: DataSetInfo,
  values: ParamValues,
): readonly Project[] {
  const plan = recipe.plan(values, { ...data, classes: data.classes.length });
  if (unsound(plan) !== null) return [];
  const subject = { recipe, data, plan, seed: 3 };
  return [{ ...subject, name: `${recipe.id} on ${data.id} ${JSON.stringify(values)}`, files: pythonFiles(subject) }];
}

const pairs: readonly ParamValues[] = objectives.flatMap(({ kind }) =>
  ['none', ...holds.map((hold) => hold.kind)].map((penalty) => ({ objective: kind, penalty })),
);
/** Every sound objective with everything that may hold D, and every setting by itself. */
const projects = recipes.flatMap((recipe) => {
  const sets = offersOf(recipe, dataSets);
  const first = sets.filter(({ kind }, i) => sets.findIndex((set) => set.kind === kind) === i);
  return first.flatMap((data) =>
    [{}, ...pairs, ...variationsOf(recipe.paramsOn(data.kind))].flatMap((values) => projectOf(recipe, data, values)),
  );
});
const textOf = ({ files }: Project): string => [...files.values()].join('\n');

describe('the Python of every recipe with every sound objective and penalty', () => {
  it('is many projects', () => expect(projects.length).toBeGreaterThan(500));

  it.skipIf(!hasPython)('can be compiled, knows its names, and has nothing that it does not use', () => {
    const distinct = new Map(
      projects.map((project) => [createHash('sha1').update(textOf(project)).digest('hex'), project]),
    );
    const folders = [...distinct].map(([hash, { files }]) => {
      const own = join(folder, hash);
      mkdirSync(own);
      for (const [name, text] of files) writeFileSync(join(own, name), text);
      return own;
    });
    const names = join(import.meta.dirname, 'testing', 'names.py');
    const { stdout, stderr } = spawnSync('python3', [names], { input: folders.join('\n'), encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('');
  });

  it('has a penalty, a constraint, labels and averages where the plan has, and nowhere else', () => {
    for (const project of projects) {
      const text = textOf(project);
      const { plan } = project;
      const plays = plan.supervision?.baseline !== true;
      expect(/penalty/.test(text), project.name).toBe(plan.penalty !== null && plays);
      expect(/weight\.copy_/.test(text), project.name).toBe(plan.constraint !== null && plays);
      expect(/class_loss/.test(text), project.name).toBe(plan.supervision !== undefined);
      expect(/\bclasses\(self\)/.test(text), project.name).toBe(plan.classes > 0);
      expect(/self\.average\b/.test(text), project.name).toBe(plan.sampling.weights === 'average' && plays);
      expect(/BatchNorm/.test(text), project.name).toBe(
        [...(plays ? [plan.generator] : []), plan.discriminator].some(({ layers }) =>
          layers.some(({ kind }) => kind === 'batchNorm'),
        ),
      );
    }
  });

  it('has no line over 120 letters, and no trace of how it was made', () => {
    for (const project of projects) {
      const text = textOf(project);
      expect(
        text.split('\n').filter((line) => line.length > 120),
        project.name,
      ).toEqual([]);
      expect(text, project.name).not.toMatch(/undefined|NaN|\[object|\bfalse\b|\bnull\b|\0|[ \t]\n|\n{4}/);
    }
  });

  it('comes with a README that names every file', () => {
    for (const project of projects) {
      const names = [...project.files.keys(), 'weights.safetensors'];
      const text = readmeFile(factsOf(project), 1, names);
      for (const name of names) expect(text).toContain(`\n    ${name} `);
    }
  });
});

describe('data', () => {
  it.each(dataSets)('of $name are there without being brought', (info) => {
    expect(brings(info), `a file for ${info.id} in exports/pytorch/sets/ is missing`).toBe(false);
    expect(sourceOf(info).python).toMatch(/\bload\b/);
  });

  it('that a person brought are read from files, whatever they are called', () => {
    const [recipe] = recipes;
    const [mnist] = dataSets as readonly ImageSetInfo[];
    if (!recipe || !mnist) throw new Error('There is nothing to train.');
    const info = { ...mnist, id: 'file:1', name: 'my """images"""\\\nrm -rf' };
    const [project] = projectOf(recipe, info, {});
    expect(project?.files.get('train.py')).toContain('my    images     rm -rf');
    expect(project?.files.get('data.py')).toContain('train.npz');
  });

  it('that a person drew are read from a file, and the README says which', () => {
    const info = ownPointsInfo(ownPointsId(1), 'moons', 5000);
    const drawn = recipes.filter((recipe) => recipe.points).flatMap((recipe) => projectOf(recipe, info, {}));
    expect(drawn.length).toBeGreaterThan(3);
    for (const project of drawn) {
      expect(project.files.get('data.py')).toContain('data/points.npy');
      expect(readmeFile(factsOf(project), 1, [])).toContain('numbers [5000, 2]');
    }
  });
});

it.skipIf(!hasPython)('labels are chosen by the same random numbers', () => {
  const sgan = projects.find(({ files }) => files.has('philox.py'));
  writeFileSync(join(folder, 'philox.py'), sgan?.files.get('philox.py') ?? '');
  const code =
    'from philox import Stream; s = Stream(7, "labelled pool"); print(s.permutation(10), s.permutation(500))';
  const { stdout } = spawnSync('python3', ['-c', code], { cwd: folder, encoding: 'utf8' });
  const stream = openStream(initialState(7, 'labelled pool'));
  const written = [10, 500].map((n) => `[${Array.from(stream.permutation(n)).join(', ')}]`).join(' ');
  expect(stdout.trim()).toBe(written);
});

it('an image is turned into a vector and back without a word where weights can take it, and else explicitly', () => {
  const project = projects.find(({ recipe, plan }) => recipe.id === 'wgan-gp' && plan.examples.kind === 'image');
  if (!project) throw new Error('There is no WGAN-GP.');
  const generator = { ...project.plan.generator, layers: parseLayers('reshape4x4x8.flatten.dense784.reshape28x28x1') };
  const model = pythonFiles({ ...project, plan: { ...project.plan, generator } }).get('model.py');
  expect(model).toContain('ChannelsLast(4, 4, 8)');
  expect(model).toContain('nn.Flatten()');
  expect(model).toContain('nn.Unflatten(1, (1, 28, 28))');
});
