/** A program as dispatches over one buffer: a training step is then one write and one submission. */
import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { Told } from '../../core/kernels.ts';
import type { Compiled } from '../../program/compiled.ts';
import { type Program, type Slot, sizeOf, type Values } from '../../program/program.ts';
import { changedIn } from '../../program/versions.ts';
import type { WebGpuBackend } from '../backend.ts';
import { compile } from './compile.ts';
import { bytesOf, flatStateOf } from './state.ts';
import { Unwritable } from './subject.ts';
import { tableOf } from './table.ts';
import { tell } from './told.ts';
import { writeProgram } from './written.ts';

/** The numbers of a slot as words. */
function asWords({ type }: Slot, values: Values): Uint32Array {
  if (type === 'float32') return new Uint32Array(Float32Array.from(values).buffer);
  return new Uint32Array(Int32Array.from(values).buffer);
}

/**
 * Writes a program in WGSL and lets the device compile it.
 *
 * @param states the state's tensors, in the order in which the program has them
 * @throws Unwritable where there is no WGSL for it, or the device cannot hold it
 */
export async function createReplay(
  recorded: Program,
  states: readonly Tensor[],
  backend: WebGpuBackend,
): Promise<Compiled<Tensor, Told, TensorInfo>> {
  const { device } = backend;
  const flat = flatStateOf(states, backend);
  flat.retain();
  let work: GPUBuffer | null = null;
  try {
    const { program, layout, modules, tables, rows } = writeProgram(recorded, flat.offsets, device);
    const table = rows && tableOf(rows, device);
    const { slots, results } = program;
    const bytes = 4 * (layout.words + tables.length);
    const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
    if (Math.max(bytes, flat.buffer.size) > Math.min(maxStorageBufferBindingSize, maxBufferSize))
      throw new Unwritable('The device has no buffers of this size.');

    const types: readonly GPUBufferBindingType[] = [
      'storage',
      'storage',
      ...(table ? ['read-only-storage' as const] : []),
    ];
    const groupLayout = device.createBindGroupLayout({
      entries: types.map((type, binding) => ({ binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } })),
    });
    const pipelineLayout = device.createPipelineLayout({ bindGroupLayouts: [groupLayout] });
    const pipelines = await Promise.all(modules.map(({ code }) => compile(device, code, pipelineLayout)));
    const buffer = device.createBuffer({
      size: Math.max(4, bytes),
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
    });
    work = buffer;
    const group = device.createBindGroup({
      layout: groupLayout,
      entries: [flat.buffer, buffer, ...(table ? [table.buffer] : [])].map((one, binding) => ({
        binding,
        resource: { buffer: one },
      })),
    });
    if (tables.length > 0) device.queue.writeBuffer(buffer, 4 * layout.words, Uint32Array.from(tables));
    const staged = new ArrayBuffer(4 * Math.max(1, layout.inputs));
    const inputs: Compiled<Tensor, Told, TensorInfo>['inputs'][number][] = [];
    for (const [place, slot] of slots.entries()) {
      const { origin, type, shape } = slot;
      const address = layout.addresses.get(place);
      if (!address || origin.kind === 'made' || origin.kind === 'state') continue;
      if (origin.kind === 'constant')
        device.queue.writeBuffer(buffer, 4 * address.offset, asWords(slot, origin.values));
      else {
        const View = type === 'float32' ? Float32Array : Int32Array;
        inputs.push({
          event: origin.event,
          field: origin.field,
          values: new View(staged, 4 * address.offset, sizeOf(shape)),
        });
      }
    }
    const changed = [...changedIn(program)].filter((slot) => slots[slot]?.origin.kind === 'state');
    const dispatches = modules.map(({ groups }, i) => ({ groups, pipeline: pipelines[i] as GPUComputePipeline }));
    let latest: readonly TensorInfo[] = [];
    return {
      inputs,
      tell(event, told) {
        const at = layout.dials.get(event);
        if (at !== undefined) tell(told, new Uint32Array(staged, 4 * at, 8), new Float32Array(staged, 4 * at, 8));
      },
      run(now) {
        const fetched = flat.stale(now).map((place) => ({
          from: backend.bufferOf(now[place] as Tensor),
          to: 4 * (flat.offsets[place] as number),
          size: bytesOf(now[place] as Tensor),
        }));
        latest = results.map(({ slot, shape }) => backend.makeTensorInfo([...shape], (slots[slot] as Slot).type));
        const given = latest.map((info) => backend.bufferOf(info));
        backend.flush();
        if (rows) table?.update(rows);
        device.queue.writeBuffer(buffer, 0, staged);
        const encoder = device.createCommandEncoder();
        for (const { from, to, size } of fetched) encoder.copyBufferToBuffer(from, 0, flat.buffer, to, size);
        const pass = encoder.beginComputePass();
        pass.setBindGroup(0, group);
        for (const { pipeline, groups } of dispatches) {
          pass.setPipeline(pipeline);
          pass.dispatchWorkgroups(groups[0], groups[1]);
        }
        pass.end();
        for (const [i, { slot, shape }] of results.entries()) {
          const address = layout.addresses.get(slot);
          const from = address?.buffer === 'state' ? flat.buffer : buffer;
          encoder.copyBufferToBuffer(from, 4 * (address?.offset ?? 0), given[i] as GPUBuffer, 0, 4 * sizeOf(shape));
        }
        device.queue.submit([encoder.finish()]);
        flat.moved(now, changed);
      },
      results: () => latest,
      fits: () => true,
      counts: { jobs: dispatches.length, borrowed: 0, bytes },
      dispose() {
        buffer.destroy();
        flat.release();
      },
    };
  } catch (thrown) {
    work?.destroy();
    flat.release();
    throw thrown;
  }
}
