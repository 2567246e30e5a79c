/** What `npm run train` writes it goes on from, bit for bit. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeCheckpoint } from '../../../src/record/checkpoint.ts';
import { readRecord } from '../../../src/record/record.ts';
import { readOptions as exportOptions } from '../export/options.ts';
import { carryOut } from '../export/work.ts';
import { readOptions } from './options.ts';
import { train } from './work.ts';

const go = (...args: readonly string[]) => train(readOptions(['--backend', 'simd', ...args]));
const SMALL = '--recipe dragan --data ring --seed 3 --set width=0.05 --set batch=8'.split(' ');

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gan-train-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function recordAt(name: string) {
  const bytes = new Uint8Array(await readFile(at(name)));
  const { config, log } = await readRecord(new Blob([bytes]));
  return { config, log, snapshot: decodeCheckpoint(bytes).snapshot };
}

it('a run in two parts is the run in one, with all that was measured', { timeout: 60_000 }, async () => {
  const { compiled } = await go(...SMALL, '--steps', '9', '--record', at('whole.safetensors'));
  expect(compiled).toBe(true);
  await go(...SMALL, '--steps', '4', '--record', at('half.safetensors'));
  await go('--resume', at('half.safetensors'), '--steps', '9', '--record', at('both.safetensors'));
  const [whole, both] = [await recordAt('whole.safetensors'), await recordAt('both.safetensors')];
  expect(both.snapshot).toEqual(whole.snapshot);
  expect({ ...both.log, frames: [] }).toEqual({ ...whole.log, frames: [] });
  expect(both.log.frames.map(({ step }) => step)).toEqual([4, 9]);
  expect(both.log.frames.at(-1)).toEqual(whole.log.frames.at(-1));

  await go(
    '--resume',
    at('half.safetensors'),
    '--steps',
    '6',
    '--set',
    'lrD=0.01',
    '--record',
    at('other.safetensors'),
  );
  const other = await recordAt('other.safetensors');
  expect(other.config.params.lrD).toBe(0.01);
  expect(other.log.events).toEqual([{ kind: 'set', step: 4, name: 'lrD', value: 0.01 }]);

  await writeFile(at('broken.safetensors'), 'no record');
  for (const [args, why] of [
    [['--resume', at('nowhere.safetensors'), '--steps', '5'], /cannot be read/],
    [['--resume', at('broken.safetensors'), '--steps', '5'], /checkpoint.bad/],
    [['--resume', at('half.safetensors'), '--steps', '3'], /The record is of step 4, beyond --steps 3\./],
    [['--resume', at('half.safetensors'), '--steps', '5', '--set', 'width=1'], /param.restart/],
  ] as const)
    await expect(go(...args)).rejects.toThrow(why);
});

it('begins with the weights of another run', { timeout: 60_000 }, async () => {
  await go(...SMALL, '--steps', '3', '--record', at('from.safetensors'));
  await carryOut(exportOptions([at('from.safetensors'), '--as', 'generator-weights', '--out', folder]));
  const weights = at('from-G.safetensors');
  await go(...SMALL, '--steps', '0', '--weights', weights, '--record', at('begun.safetensors'));
  const [from, begun] = [await recordAt('from.safetensors'), await recordAt('begun.safetensors')];
  const named = (part: string, { snapshot }: typeof from) =>
    [...snapshot.tensors].filter(([name]) => name.startsWith(`${part}.`) && /\.(kernel|bias)$/.test(name));
  expect(named('generator', begun)).toEqual(named('generator', from));
  expect(named('discriminator', begun)).not.toEqual(named('discriminator', from));
  await expect(go(...SMALL, '--set', 'width=0.1', '--steps', '0', '--weights', weights)).rejects.toThrow(/weights/);
});
