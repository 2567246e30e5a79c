/** How products are shared out on a device: measured once, when it is opened, and told. */
import type { Tiling } from '../../core/backends.ts';
import { imported } from '../../core/imported.ts';
import { within } from '../../simd/within.ts';
import { FAMILIES, type Family, keepFamily, USUAL } from '../../webgpu/replay/families.ts';

const timing = imported(
  () => import('../../webgpu/replay/timeTiles.ts'),
  ({ quickestFamily }) => quickestFamily,
);

/** Nothing is waited for any longer, in milliseconds: neither a compiler nor a device that does not answer. */
const PATIENCE_MS = 600;

const sharesOf = ({ sums, enough }: Family) => {
  const [[down, across] = [1, 1]] = sums;
  return { down, across, groups: enough };
};

/**
 * Measured before anything trains on the device: the worker and the queue are as good as idle then. Once steps are taken,
 * what is heard of a submission waits for the end of a slice of them.
 *
 * An emulated GPU is not asked: its times say nothing of GPUs, and each costs what a step costs.
 */
export async function chooseTiles(device: GPUDevice, software: boolean): Promise<Tiling> {
  const usual = { code: 'tiles.usual', ...sharesOf(USUAL) } as const;
  if (software) return usual;
  // Tiles are a matter of speed alone: what fails here fails again, and is told, where it matters.
  const measured = timing().then((quickestFamily) => quickestFamily(device));
  const family = await within(measured, PATIENCE_MS).catch(() => null);
  if (family === null || family === 'late') return usual;
  keepFamily(device, family);
  return { code: 'tiles.measured', ...sharesOf(family), among: FAMILIES.length };
}
