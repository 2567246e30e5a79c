import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Fault, planted } from './fault.ts';
import { faults } from './faults/index.ts';

const fault: Fault = { name: 'too much', file: 'sum.ts', text: 'a + b', instead: "a + b + '$&'", test: 'sum.test.ts' };

describe('a fault', () => {
  it('takes the place of its text, as it is written', () => {
    expect(planted('sum = a + b;', fault)).toBe("sum = a + b + '$&';");
  });

  it('that cannot be planted is named', () => {
    expect(() => planted('sum = a - b;', fault)).toThrow(
      '“too much” cannot be planted: in sum.ts the text “a + b” is no longer there.',
    );
    expect(() => planted('a + b, a + b', fault)).toThrow('the text “a + b” is there 2 times.');
  });
});

it('each has a name of its own in its file, and tests that exist', () => {
  expect(new Set(faults.map(({ file, name }) => `${file} ${name}`)).size).toBe(faults.length);
  for (const { test } of faults) expect(existsSync(test), test).toBe(true);
});
