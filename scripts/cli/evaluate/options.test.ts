import { describe, expect, it } from 'vitest';
import { readableJson } from './evaluator.ts';
import { readOptions } from './options.ts';

const args = (line: string) => readOptions(line.split(' '));

describe('the arguments', () => {
  it('name a checkpoint or ask for real digits', () => {
    expect(args('--checkpoint a.safetensors')).toEqual({ checkpoint: 'a.safetensors', samples: 1000, seed: 1 });
    expect(args('--real --samples 200 --seed 7')).toEqual({ checkpoint: null, samples: 200, seed: 7 });
  });

  it.each([
    ['--samples 100', /Give either --checkpoint FILE or --real/],
    ['--real --checkpoint a', /Give either/],
    ['--real --samples 3', /--samples must be a whole number from 20 to 4000/],
    ['--real --samples 10000', /--samples must be a whole number from 20 to 4000/],
    ['--fake', /npm run evaluate has no option --fake; it has --checkpoint, --real, --samples, --seed, --help\./],
  ])('%s is refused with the reason', (line, why) => {
    expect(() => args(line)).toThrow(why);
  });
});

it('numbers of one row are on one line', () => {
  expect(readableJson({ rows: [[1, -2.5], [1e-7]], none: [], name: 'a' })).toBe(
    '{\n  "rows": [\n    [1, -2.5],\n    [1e-7]\n  ],\n  "none": [],\n  "name": "a"\n}',
  );
});
