import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Binary } from './host.ts';
import { readBinary } from './host.ts';
import { loadKernels, type Source } from './loadKernels.ts';

/** A network on which the first so many tries for a binary fail. */
function network(failures: Partial<Record<Binary, number>>, fail?: () => Uint8Array<ArrayBuffer>) {
  const left = { relaxed: 0, plain: 0, ...failures };
  const asked: string[] = [];
  const source: Source = {
    async read(binary) {
      asked.push(binary);
      if (left[binary]-- <= 0) return readBinary(binary);
      if (fail) return fail();
      throw new Error('404 Not Found');
    },
    pause: async () => void asked.push('pause'),
  };
  return { source, asked };
}

const FOR_EVER = Number.POSITIVE_INFINITY;

describe('the kernels', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('are those with fused multiply-add', async () => {
    const { source, asked } = network({});
    expect(await loadKernels(true, source)).toMatchObject({ relaxed: true, fell: null });
    expect(asked).toEqual(['relaxed']);
  });

  it('are asked for again when they do not come at once', async () => {
    const { source, asked } = network({ relaxed: 1 });
    expect(await loadKernels(true, source)).toMatchObject({ relaxed: true, fell: null });
    expect(asked).toEqual(['relaxed', 'pause', 'relaxed']);
  });

  it('are asked for again when something else comes in their place', async () => {
    const page = () => new TextEncoder().encode('<!doctype html>');
    const { source, asked } = network({ relaxed: 1 }, page);
    expect(await loadKernels(true, source)).toMatchObject({ relaxed: true });
    expect(asked).toEqual(['relaxed', 'pause', 'relaxed']);
  });

  it('are the plain ones, and it says why, when the others never come', async () => {
    const { source } = network({ relaxed: FOR_EVER, plain: 1 });
    expect(await loadKernels(true, source)).toMatchObject({ relaxed: false, fell: 'missing' });
  });

  it('are the plain ones, and it says why, where the others cannot run', async () => {
    const { source } = network({});
    const relaxed = await readBinary('relaxed');
    const { validate } = WebAssembly;
    vi.spyOn(WebAssembly, 'validate').mockImplementation(
      (bytes) => bytes.byteLength !== relaxed.byteLength && validate(bytes),
    );
    expect(await loadKernels(true, source)).toMatchObject({ relaxed: false, fell: 'unsupported' });
  });

  it('are missing when none ever comes', async () => {
    const { source, asked } = network({ relaxed: FOR_EVER, plain: FOR_EVER });
    await expect(loadKernels(true, source)).rejects.toMatchObject({
      code: 'backend-unavailable',
      problem: { code: 'backend.kernelsMissing' },
      detail: 'Error: 404 Not Found',
    });
    expect(asked.filter((what) => what !== 'pause')).toEqual(['relaxed', 'relaxed', 'plain', 'plain']);
  });

  it('cannot run where there is no SIMD', async () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    await expect(loadKernels(true, network({}).source)).rejects.toMatchObject({
      problem: { code: 'backend.noSimd' },
    });
  });
});
