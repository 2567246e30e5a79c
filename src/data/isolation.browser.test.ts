import { expect, it } from 'vitest';

it('is cross-origin isolated, so that threads can share memory', () => {
  expect(crossOriginIsolated).toBe(true);
  expect(new SharedArrayBuffer(4).byteLength).toBe(4);
});
