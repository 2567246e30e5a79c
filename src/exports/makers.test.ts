import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abouts, findAbout } from './list.ts';
import { makeExport } from './makers.ts';
import { trainRun } from './testing/source.ts';

const files = import.meta.glob<Record<string, unknown>>(['./formats/*.ts', '!./formats/*.test.ts']);

describe('the list of exports', () => {
  it.each(Object.entries(files))('%s says what it is under its own name, and makes it', async (path, load) => {
    const { about, make } = await load();
    expect(about).toMatchObject({ id: path.slice('./formats/'.length, -'.ts'.length) });
    expect(make).toBeTypeOf('function');
  });

  it('names no file twice', () => {
    expect(new Set(abouts.map(({ suffix }) => suffix)).size).toBe(abouts.length);
    expect(abouts.length).toBe(Object.keys(files).length);
  });
});

it('TensorBoard finds its file, which must have this in its name', () =>
  expect(findAbout('tensorboard')?.suffix).toContain('tfevents'));

it('every export is in the documentation, under its name and with the ending of its file', () => {
  const lines = readFileSync(join('docs', 'exports.md'), 'utf8').split('\n');
  for (const { id, suffix } of abouts) {
    const line = lines.find((one) => one.startsWith('|') && one.includes(`\`${id}\``));
    expect(line, id).toContain(`\`${suffix}\``);
  }
});

describe.each([
  { recipe: 'cgan', data: 'mnist' },
  { recipe: 'dragan', data: 'swiss-roll' },
  { recipe: 'sgan', data: 'mnist' },
])('of $recipe on $data', (run) => {
  it('makes everything that suits it', async () => {
    const { source } = await trainRun(run);
    for (const { id, suits } of abouts) {
      if (!suits(source)) continue;
      const content = await makeExport(id, source);
      expect(content.length, id).toBeGreaterThan(0);
    }
  });
});
