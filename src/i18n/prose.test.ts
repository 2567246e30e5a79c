/** Whatever a person reads is in `i18n/`: what lies behind the page gives codes with parameters. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proseIn } from './testing/prose.ts';

const src = join(import.meta.dirname, '..');
const ROOMS = ['core', 'protocol', 'gan', 'data', 'metrics', 'diagnosis', 'engine', 'simd', 'record', 'worker'];

const modules = ROOMS.flatMap((room) =>
  readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
    // AssemblyScript has decorators where TypeScript has none, and nobody to talk to.
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)(testing|assembly)\//.test(file))
    .map((file) => join(room, file)),
);

it.each(modules)('%s speaks no English', (file) => {
  expect(proseIn(file, readFileSync(join(src, file), 'utf8'))).toEqual([]);
});

describe('a sentence is found', () => {
  it.each([
    ['in an error of ours', "throw new EngineError('internal', 'The run has stopped.')", 'The run has stopped.'],
    ['in an error of the language', "throw new RangeError('it is too short')", 'it is too short'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a template
    ['with something filled in', 'fail(`${name} has ${count} axes in all`)', '… has … axes in all'],
    ['as a piece of one', "const advice = 'bring a part of them';", 'bring a part of them'],
    ['beside an assertion', "throw new Error(why ?? 'Nothing is known.')", 'Nothing is known.'],
  ])('%s', (_, code, text) => expect(proseIn('a.ts', code)).toEqual([text]));

  it('and nothing else is', () => {
    const code = `import x from './The file of it.ts'; // It says no word.
      if (!a) throw new Error('The root of the tree is missing.');
      const names = ['held out', 'MNIST', 'I. Goodfellow et al.', 'a-b c-d e-f', 'data.tooLong'];
      open({ code: 'run.closed' }, 'image/png', 'no-cache', "'shape': (1, 2)");`;
    expect(proseIn('a.ts', code)).toEqual([]);
  });
});
