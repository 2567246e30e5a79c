import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentencesIn } from './testing/sentences.ts';

const src = join(import.meta.dirname, '..');
const modules = [
  'main.tsx',
  ...readdirSync(join(src, 'ui'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)testing\//.test(file))
    .map((file) => join('ui', file)),
];

it.each(modules)('%s has no text of its own', (file) => {
  expect(sentencesIn(file, readFileSync(join(src, file), 'utf8'))).toEqual([]);
});

describe('a text of its own is found', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['in an element', 'const a = <p>Waiting {n} steps</p>;', ['Waiting', 'steps']],
    ['in an expression', "const a = <p>{on ? 'Pause' : texts.train}</p>;", ['Pause']],
    ['in an attribute', 'const a = <i title="Close" className="Not this" />;', ['Close']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a template
    ['in a template', 'const a = <i aria-label={`Layer ${n}`} />;', ['Layer ']],
    ['in a plain string', "const why = 'The link is too old.';", ['The link is too old.']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a template
    ['in a message', 'say(`Could not load ${name}`);', ['Could not load ']],
  ];
  it.each(cases)('%s', (_, code, texts) => expect(sentencesIn('a.tsx', code)).toEqual(texts));

  it('and nothing else is', () => {
    const code = `import x from './The file.ts';
      const a = <p className={on ? 'wide open' : 'shut'} data-of="real">{texts.page.name} {kind === 'none' ? 1 : 2}</p>;
      if (!a) throw new Error('The page has no root.');
      paint('M0,0 L1,1', 'var(--ink) 1px solid');`;
    expect(sentencesIn('a.tsx', code)).toEqual([]);
  });
});
