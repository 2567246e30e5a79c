/**
 * Subgroups: threads of a workgroup that run together, and see each other's numbers without memory between them. WGSL leaves
 * open which threads these are, so a device is asked once: numbers are exchanged by threads whose places differ in one bit.
 */
import { compile } from './compile.ts';
import { distances, LANES } from './kernel.ts';

const known = new WeakMap<GPUDevice, number>();

/** Neighbouring threads that exchange numbers on this device, a power of two; 1 where none do. */
export const subgroupOf = (device: GPUDevice): number => known.get(device) ?? 1;

/** What is written for this device from now on has threads exchange numbers in groups of so many. */
export const keepSubgroup = (device: GPUDevice, size: number): void => {
  known.set(device, size);
};

const code = (apart: readonly number[]): string => `
enable subgroups;
@group(0) @binding(0) var<storage, read_write> found: array<u32>;
@compute @workgroup_size(${LANES})
fn main(@builtin(local_invocation_index) lane: u32) {
  ${apart.map((distance, i) => `found[${i * LANES}u + lane] = subgroupShuffleXor(lane, ${distance}u);`).join('\n  ')}
}`;

/** What each thread got from the one that is so far apart, by distance and thread. */
async function exchanged(device: GPUDevice, apart: readonly number[]): Promise<Uint32Array> {
  const size = 4 * LANES * apart.length;
  const found = device.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const seen = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  try {
    const pipeline = await compile(device, code(apart));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    const entries = [{ binding: 0, resource: { buffer: found } }];
    pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
    pass.dispatchWorkgroups(1);
    pass.end();
    encoder.copyBufferToBuffer(found, 0, seen, 0, size);
    device.queue.submit([encoder.finish()]);
    await seen.mapAsync(GPUMapMode.READ);
    return new Uint32Array(seen.getMappedRange().slice(0));
  } finally {
    found.destroy();
    seen.destroy();
  }
}

/**
 * How many neighbouring threads exchange numbers.
 *
 * @param least threads of a subgroup, as its adapter has it
 * @returns a power of two; 1 where the device has no subgroups, or threads exchange numbers otherwise than by their places
 * @throws what the device throws that refuses the code or is lost
 */
export async function findSubgroup(device: GPUDevice, least: number): Promise<number> {
  const size = Math.min(least, LANES);
  const apart = distances(size);
  if (!device.features.has('subgroups') || apart.length === 0) return 1;
  const found = await exchanged(device, apart);
  const areNeighbours = found.every((from, i) => from === ((i % LANES) ^ (apart[Math.floor(i / LANES)] as number)));
  return areNeighbours ? size : 1;
}
