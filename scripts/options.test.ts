import { describe, expect, it } from 'vitest';
import { Help, helpOf, readArguments, UsageError, wholeNumber, wholeNumbers } from './options.ts';

const usage = {
  command: 'npm run bake',
  about: 'Bakes.',
  options: {
    heat: { takes: 'N', says: 'degrees' },
    with: { takes: 'WHAT', multiple: true, says: 'what goes in;\nmay be repeated' },
    quick: { says: 'not as long' },
  },
} as const;
const read = (...args: string[]) => readArguments(usage, args);

describe('the arguments of a script', () => {
  it('are read by kind', () => {
    expect(read('--heat', '180', '--with', 'flour', '--with=salt', '--quick').values).toEqual({
      heat: '180',
      with: ['flour', 'salt'],
      quick: true,
    });
    expect(read().values).toEqual({});
  });

  it.each([
    [['--cold'], 'npm run bake has no option --cold; it has --heat, --with, --quick, --help.'],
    [['--cold=3'], 'npm run bake has no option --cold; it has --heat, --with, --quick, --help.'],
    [['-x'], 'npm run bake has no option -x; it has --heat, --with, --quick, --help.'],
    [['bread'], 'npm run bake does not know what “bread” is for; it has --heat, --with, --quick, --help.'],
    [['--heat'], '--heat takes a value: --heat N.'],
    [['--heat', '--quick'], '--heat takes a value: --heat N.'],
    [['--quick=yes'], '--quick takes no value.'],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(new UsageError(sentence));
  });

  it('may be words, where the script takes some', () => {
    const withWords = { ...usage, words: { usage: '[BREAD …]', name: 'BREAD', says: 'which' } };
    expect(readArguments(withWords, ['rye', '--quick', 'wheat'])).toEqual({
      values: { quick: true },
      words: ['rye', 'wheat'],
    });
  });
});

it('help names every option, whatever else is asked', () => {
  expect(() => read('--cold', '--help')).toThrow(Help);
  expect(helpOf(usage)).toBe(
    `Bakes.

Usage: npm run bake -- [options]

  --heat N     degrees
  --with WHAT  what goes in;
               may be repeated
  --quick      not as long
  --help       this text`,
  );
});

it('whole numbers are in their range', () => {
  expect(wholeNumbers('seeds', '1,20')).toEqual([1, 20]);
  expect(() => wholeNumber('steps', '-1')).toThrow('--steps must be a whole number from 0 to 4294967295, not “-1”.');
  expect(() => wholeNumber('steps', '5', { least: 20, most: 30 })).toThrow('from 20 to 30');
  expect(() => wholeNumber('steps', '')).toThrow('not “”');
});
