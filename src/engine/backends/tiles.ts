/** How products are shared out on a device: measured once, when it is opened, and told. */
import type { Tiling } from '../../core/backends.ts';
import { imported } from '../../core/imported.ts';
import { FAMILIES, type Family, keepFamily, USUAL } from '../../webgpu/replay/families.ts';
import { soon } from './soon.ts';

const timing = imported(
  () => import('../../webgpu/replay/timeTiles.ts'),
  ({ quickestFamily }) => quickestFamily,
);

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
  const family = await soon(timing().then((quickestFamily) => quickestFamily(device)));
  if (family === null) return usual;
  keepFamily(device, family);
  return { code: 'tiles.measured', ...sharesOf(family), among: FAMILIES.length };
}
