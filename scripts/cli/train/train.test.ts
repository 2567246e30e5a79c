import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../src/core/config.ts';
import { SCALARS } from '../../../src/core/scalars.ts';
import { readOptions } from './options.ts';
import { columnsOf } from './outputs.ts';
import type { Beginning } from './start.ts';

const args = (line: string) => readOptions(line.split(' '));

function configOf(from: Beginning): RunConfig {
  if (from.kind !== 'config') throw new Error('It begins at a record.');
  return from.config;
}

describe('the arguments', () => {
  it('make a config, with defaults for what is not said', () => {
    const { from, ...others } = args('--recipe cgan --steps 500 --seed 3 --set width=0.5 --set bnEpsilon=1');
    expect(others).toEqual({ steps: 500, backend: 'auto', out: null, record: null, summary: false });
    const config = configOf(from);
    expect(config).toMatchObject({ recipe: 'cgan', data: 'mnist', seed: 3 });
    expect(config.params).toMatchObject({ width: 0.5, bnEpsilon: true, batch: 64 });
  });

  it('may name networks of their own', () => {
    const config = configOf(args('--recipe gan --steps 1 --d flatten.dense1').from);
    expect(config).toMatchObject({ discriminator: 'flatten.dense1' });
    expect(config).not.toHaveProperty('generator');
  });

  it.each([
    ['--steps 5', /--recipe ID is missing/],
    ['--recipe cgan', /--steps N is missing/],
    ['--recipe vae --steps 5', /There is no recipe “vae”. There are gan, cgan, .*dragan/],
    ['--recipe cgan --steps many', /--steps must be a whole number from 0 to 1000000000, not “many”/],
    ['--recipe cgan --steps 5 --seed -1', /seed/],
    ['--recipe cgan --steps 5 --set tempo=1', /CGAN has no parameter “tempo”/],
    ['--recipe cgan --steps 5 --set width', /--set takes NAME=VALUE, not “width”/],
    ['--recipe cgan --steps 5 --set width=99', /width must lie between/],
    ['--recipe cgan --steps 5 --backend abacus', /--backend must be one of/],
    ['--resume a.safetensors', /--steps N is missing: the step to go on to/],
    ['--resume a.safetensors --steps 5 --weights b', /takes the weights from the record/],
    ['--resume a.safetensors --steps 5 --seed 3', /takes seed from the record: leave --seed out/],
    ['--recipe cgan --steps 5 --loud', /npm run train has no option --loud; it has --recipe, .*--out, --help\./],
  ])('%s is refused with the reason', (line, why) => {
    expect(() => args(line)).toThrow(why);
  });
});

it('the log joins what an examination found to the row of its step', () => {
  const row = (step: number, name: (typeof SCALARS)[number], value: number) => {
    const values = new Float32Array(SCALARS.length).fill(Number.NaN);
    values[SCALARS.indexOf(name)] = value;
    return { steps: Float64Array.of(step), values };
  };
  const { steps, columns } = columnsOf([row(7, 'lossD', 0.5), row(7, 'accuracyTest', 0.75), row(8, 'lossD', 0.25)]);
  expect([...steps]).toEqual([7, 8]);
  expect([...(columns.get('lossD') ?? [])]).toEqual([0.5, 0.25]);
  expect([...(columns.get('accuracyTest') ?? [])]).toEqual([0.75, Number.NaN]);
});
