import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abouts } from '../../../src/exports/list.ts';
import { makeExport } from '../../../src/exports/makers.ts';
import { trainRun } from '../../../src/exports/testing/source.ts';
import { sayEngineErrors } from '../../options.ts';
import { readOptions } from './options.ts';
import { carryOut } from './work.ts';

const args = (line: string) => readOptions(line.split(' '));

describe('the arguments', () => {
  it('name a record, what to make and where to', () => {
    const options = args('run.safetensors --as onnx,csv --out there');
    expect(options).toMatchObject({ kind: 'write', record: 'run.safetensors', out: 'there' });
    expect(options.kind === 'write' && options.exports.map(({ id }) => id)).toEqual(['onnx', 'csv']);
  });

  it('or ask what there is', () => {
    expect(args('--list')).toEqual({ kind: 'list', record: null });
    expect(args('run.safetensors --list')).toEqual({ kind: 'list', record: 'run.safetensors' });
  });

  it.each([
    ['--as csv --out a', /The record is missing/],
    ['a.safetensors --out a', /--as ID is missing\. There are .*csv/],
    ['a.safetensors --as csv', /--out DIR is missing/],
    ['a.safetensors --as word --out a', /There is no export “word”\. There are .*csv/],
    ['a.safetensors b.safetensors --as csv --out a', /takes one record, not 2/],
    ['a.safetensors --to b', /npm run export has no option --to; it has --as, --out, --list, --help\./],
  ])('%s is refused with the reason', (line, why) => {
    expect(() => args(line)).toThrow(why);
  });
});

describe('a record', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const record = join(folder, 'ring.safetensors');
  const out = join(folder, 'out');
  const say = (line: string) => sayEngineErrors(carryOut(args(line)));
  beforeAll(async () => {
    const { source, training } = await trainRun({ recipe: 'gan', data: 'ring', steps: 2 });
    training.dispose();
    writeFileSync(record, await makeExport('record', source));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('becomes the files that were asked for, by its name', async () => {
    expect(await say(`${record} --as csv,json --out ${out}`)).toBe(
      [join(out, 'ring.csv'), join(out, 'ring.json')].join('\n'),
    );
    expect(readFileSync(join(out, 'ring.csv'), 'utf8')).toMatch(/^step,.*lossD.*\n1,.*\n2,.*\n$/);
  });

  it('becomes everything that suits it', async () => {
    const listed = (await say(`${record} --list`)).split('\n').map((line) => line.split(' ')[0]);
    const written = (await say(`${record} --as all --out ${out}`)).split('\n');
    expect(written).toHaveLength(listed.length);
    expect(readdirSync(out)).toHaveLength(listed.length);
    expect(abouts.map(({ id }) => id)).toEqual(expect.arrayContaining(listed));
  });

  it.each([
    ['is not written over', () => `${record} --as record --out ${folder}`, /is the record itself/],
    ['has to be there', () => `${record}.gone --as csv --out ${out}`, /cannot be read/],
    ['has to be one', () => `${join(out, 'ring.csv')} --as csv --out ${out}`, /^[^\n]*\.$/],
  ])('%s, or the reason is said', async (_, line, why) => {
    await expect(say(line())).rejects.toMatchObject({ exitStatus: 2, message: expect.stringMatching(why) });
  });
});
