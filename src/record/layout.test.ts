import { describe, expect, it } from 'vitest';
import { EngineError } from '../core/errors.ts';
import type { TensorFault } from '../core/problems/keep.ts';
import { readLayout } from './layout.ts';

const bad = (fault: TensorFault): EngineError => new EngineError('bad-config', { code: 'checkpoint.bad', fault });

/** A file with this header and so many bytes of data. */
function fileOf(header: unknown, bytes: number): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + json.length + bytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
  file.set(json, 8);
  return file;
}

const bytes = (begin: number, end: number) => ({ dtype: 'U8', shape: [end - begin], data_offsets: [begin, end] });
const read = (header: unknown, data: number) => {
  const file = fileOf(header, data);
  return readLayout(file, file.length, bad);
};

it('says where each tensor lies', () => {
  const { entries, metadata } = read({ __metadata__: { format: 'it' }, b: bytes(4, 8), a: bytes(0, 4) }, 8);
  expect(entries.get('b')).toEqual({ dtype: 'U8', shape: [4], begin: 4, end: 8 });
  expect(metadata).toEqual({ format: 'it' });
});

describe('a layout is refused', () => {
  it.each<[string, unknown, number, TensorFault]>([
    ['with tensors over each other', { a: bytes(0, 4), b: bytes(2, 6) }, 6, { code: 'tensors.gap', name: 'b' }],
    ['with one tensor under two names', { a: bytes(0, 4), b: bytes(0, 4) }, 4, { code: 'tensors.gap', name: 'b' }],
    ['with a gap', { a: bytes(0, 2), b: bytes(4, 6) }, 6, { code: 'tensors.gap', name: 'b' }],
    ['with bytes behind the last', { a: bytes(0, 4) }, 9, { code: 'tensors.rest' }],
    ['with a tensor beyond the end', { a: bytes(0, 9) }, 8, { code: 'tensors.outside', name: 'a' }],
    [
      'with a shape that needs more than there is',
      { a: { dtype: 'F32', shape: [2 ** 30, 2 ** 30], data_offsets: [0, 8] } },
      8,
      { code: 'tensors.outside', name: 'a' },
    ],
    ['of doubles', { a: { ...bytes(0, 8), dtype: 'F64' } }, 8, { code: 'tensors.entry', name: 'a' }],
    [
      'of a type that every object has',
      { a: { ...bytes(0, 8), dtype: 'constructor' } },
      8,
      { code: 'tensors.entry', name: 'a' },
    ],
    ['of a type of others', { a: { ...bytes(0, 8), dtype: 'BF16' } }, 8, { code: 'tensors.entry', name: 'a' }],
    [
      'with offsets that fall',
      { a: bytes(0, 4), b: { dtype: 'U8', shape: [0], data_offsets: [8, 4] } },
      8,
      { code: 'tensors.outside', name: 'b' },
    ],
    [
      'with offsets beyond what is a whole number',
      { a: { dtype: 'U8', shape: [1], data_offsets: [2 ** 53, 2 ** 53 + 2] } },
      8,
      { code: 'tensors.outside', name: 'a' },
    ],
    [
      'with a shape that is negative',
      { a: { dtype: 'U8', shape: [-2, -2], data_offsets: [0, 4] } },
      4,
      { code: 'tensors.entry', name: 'a' },
    ],
    ['with texts that are none', { __metadata__: { format: 1 } }, 0, { code: 'tensors.metadataJson' }],
  ])('%s', (_, header, data, fault) => {
    expect(() => read(header, data)).toThrow(expect.objectContaining({ problem: { code: 'checkpoint.bad', fault } }));
  });

  it('that is nested a hundred thousand deep, wherever that is', () => {
    const depth = 100_000;
    const deep = '['.repeat(depth) + ']'.repeat(depth);
    for (const [json, code] of [
      [`{"a":${deep}}`, 'tensors.entry'],
      [`{"__metadata__":{"format":${deep}}}`, 'tensors.metadataJson'],
      [deep, 'tensors.headerJson'],
      ['['.repeat(depth), 'tensors.headerJson'],
    ] as const) {
      const file = new Uint8Array(8 + json.length);
      new DataView(file.buffer).setBigUint64(0, BigInt(json.length), true);
      file.set(new TextEncoder().encode(json), 8);
      expect(() => readLayout(file, file.length, bad)).toThrow(code);
    }
  });

  it('whose header is said to be longer than the file, by however much', () => {
    const file = fileOf({}, 0);
    for (const length of [3n, 2n ** 31n, 2n ** 63n]) {
      new DataView(file.buffer).setBigUint64(0, length, true);
      expect(() => readLayout(file, file.length, bad)).toThrow('tensors.header');
    }
  });
});
