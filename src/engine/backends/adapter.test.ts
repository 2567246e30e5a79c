import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDevice } from './adapter.ts';

const never = () => new Promise<never>(() => undefined);
const SILENT = { code: 'backend-unavailable', problem: { code: 'backend.adapterSilent', seconds: 5 } };

const gpu = (requestAdapter: () => Promise<unknown>) => ({ requestAdapter }) as unknown as GPU;
const adapter = (requestDevice: () => Promise<unknown>) => ({ limits: {}, features: new Set(), requestDevice });

describe('the adapter of a GPU', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is given up when it does not answer for five seconds', async () => {
    const outcome = vi.fn();
    const opening = openDevice(gpu(never)).catch(outcome);
    await vi.advanceTimersByTimeAsync(4900);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    await opening;
    expect(outcome.mock.lastCall?.[0]).toMatchObject(SILENT);
  });

  it('is given up when it gives no device, and one that comes later is given back', async () => {
    const destroy = vi.fn();
    const later = () => new Promise((resolve) => setTimeout(() => resolve({ destroy }), 20_000));
    const opening = expect(openDevice(gpu(async () => adapter(later)))).rejects.toMatchObject(SILENT);
    await vi.advanceTimersByTimeAsync(5100);
    await opening;
    expect(destroy).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(destroy).toHaveBeenCalledOnce();
  });

  it('is named where there is none', async () => {
    await expect(openDevice(gpu(async () => null))).rejects.toMatchObject({ problem: { code: 'backend.noAdapter' } });
  });

  it('may take its time', async () => {
    const device = {};
    const slow = (value: unknown) => () => new Promise((resolve) => setTimeout(() => resolve(value), 4000));
    const opening = openDevice(gpu(slow(adapter(slow(device)))));
    await vi.advanceTimersByTimeAsync(8000);
    expect((await opening).device).toBe(device);
    expect(vi.getTimerCount()).toBe(0);
  });
});
