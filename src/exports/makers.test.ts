import { describe, expect, it } from 'vitest';
import { abouts } from './list.ts';
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
