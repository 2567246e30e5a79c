import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseIdx, readVerified } from './idx.ts';

/** 2×3 bytes. */
const file = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6);

describe('parseIdx', () => {
  it('reads shape and bytes', () => {
    const { shape, data } = parseIdx(file);
    expect(shape).toEqual([2, 3]);
    expect([...data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['another type', file.with(2, 13)],
    ['a header cut off', file.subarray(0, 9)],
    ['data cut off', file.subarray(0, 17)],
    ['data left over', Uint8Array.of(...file, 7)],
  ])('refuses %s', (_, bytes) => {
    expect(() => parseIdx(bytes)).toThrow(RangeError);
  });
});

describe('readVerified', () => {
  const folder = mkdtempSync(join(tmpdir(), 'idx-'));
  const path = join(folder, 'digits');
  const md5 = createHash('md5').update(file).digest('hex');
  writeFileSync(path, file);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a file that is as published', () => {
    expect([...readVerified(path, md5, [2, 3])]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('refuses another sum, and names the file', () => {
    expect(() => readVerified(path, md5.replace(/^./, 'x'), [2, 3])).toThrow(`${path} is damaged`);
  });

  it('refuses another shape', () => {
    expect(() => readVerified(path, md5, [3, 2])).toThrow('2×3 bytes, not 3×2');
  });
});
