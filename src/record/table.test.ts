import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../core/errors.ts';
import type { TableFault } from '../core/problems/keep.ts';
import { make } from '../exports/formats/csv.ts';
import { kindOf } from './kind.ts';
import { readTable } from './table.ts';
import { logs } from './testing/samples.ts';

it('what was exported as CSV comes back as it was, and is known by its first bytes', () =>
  fc.assert(
    fc.asyncProperty(
      logs.filter(({ steps, columns }) => steps.length > 0 && columns.size > 0),
      async (log) => {
        const text = (await make({ log } as Parameters<typeof make>[0])) as string;
        const { steps, columns } = readTable(text);
        expect(steps).toEqual(log.steps);
        // A shortest decimal comes back as the float that it was written from; minus nothing is nothing.
        const plain = (all: typeof columns) =>
          Object.fromEntries([...all].map(([name, values]) => [name, values.map((value) => value + 0)]));
        expect(plain(columns)).toEqual(plain(log.columns));
        expect(await kindOf(new Blob([text]))).toBe('log');
      },
    ),
  ));

describe('a table is refused', () => {
  it.each<[string, string, TableFault]>([
    ['of something else', 'step,apples\n1,2', { code: 'table.head' }],
    ['without steps', 'lossD\n1', { code: 'table.head' }],
    ['with a line that is short', 'step,lossD\n1,2\n3', { code: 'table.cells', line: 3 }],
    ['with steps that fall', 'step,lossD\n2,2\n1,3', { code: 'table.step', line: 3 }],
    ['with a step that is none', 'step,lossD\nx,2', { code: 'table.step', line: 2 }],
    ['with a word for a number', 'step,lossD\n1,much', { code: 'table.number', line: 2, name: 'lossD' }],
  ])('%s', (_, text, fault) => {
    expect(() => readTable(text)).toThrow(expect.objectContaining({ problem: { code: 'table.bad', fault } }));
  });

  it('whatever it is, with an error of ours', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          readTable(`step,lossD\n${text}`);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(EngineError);
        }
      }),
    ));
});
