import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { backend_util, DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { recording } from '../program/recording.ts';

type Values = backend_util.BackendValues;
type DataId = TensorInfo['dataId'];

/** Where the newest numbers of a tensor lie, when they are not in its own buffer. */
export interface Home {
  readonly buffer: GPUBuffer;
  /** Bytes. */
  readonly offset: number;
  readonly size: number;
}

/** What of tfjs's backend this one needs beyond what its types tell. */
interface Insides {
  commandEncoder: GPUCommandEncoder | null;
  commandQueueOwnedIds: WeakSet<DataId>;
  makeUniforms(fields: readonly { readonly type: string; readonly data: readonly number[] }[]): GPUBufferBinding;
}

/**
 * tfjs's WebGPU backend, with two things more: it tells whoever writes a step down what is uploaded, and a tensor may
 * have its newest numbers elsewhere, in the state of a program that runs by itself. They come back when somebody reads
 * them.
 */
export class WebGpuBackend extends WebGPUBackend {
  private readonly homes = new Map<DataId, Home>();
  private readonly versions = new WeakMap<DataId, number>();

  private get insides(): Insides {
    return this as unknown as Insides;
  }

  override write(values: Values, shape: number[], dtype: DataType): DataId {
    const dataId = super.write(values, shape, dtype);
    if (values) recording.now?.wrote({ dataId, shape, dtype }, values as ArrayLike<number>);
    return dataId;
  }

  override uploadToGPU(dataId: DataId): void {
    super.uploadToGPU(dataId);
    this.comeHome(dataId);
  }

  override read(dataId: DataId): Promise<Values> {
    this.comeHome(dataId);
    return super.read(dataId);
  }

  override readSync(dataId: DataId): Values {
    this.comeHome(dataId);
    return super.readSync(dataId);
  }

  override readToGPU(dataId: DataId): ReturnType<WebGPUBackend['readToGPU']> {
    this.comeHome(dataId);
    return super.readToGPU(dataId);
  }

  override disposeData(dataId: DataId, force = false): boolean {
    const gone = super.disposeData(dataId, force);
    if (gone) this.homes.delete(dataId);
    return gone;
  }

  /** The buffer of a tensor's own, with its newest numbers. */
  bufferOf({ dataId }: TensorInfo): GPUBuffer {
    this.uploadToGPU(dataId);
    return this.tensorMap.get(dataId).resource as GPUBuffer;
  }

  /** From now on the numbers of this tensor lie there, until somebody reads them; it has a buffer. */
  live({ dataId }: TensorInfo, home: Home): void {
    this.homes.set(dataId, home);
    this.tensorMap.get(dataId).values = null as never;
  }

  /** Whether it has not been disposed. */
  knows({ dataId }: TensorInfo): boolean {
    return this.tensorMap.has(dataId);
  }

  /** How often it has been changed in place where it is itself. */
  versionOf(dataId: DataId): number {
    return this.versions.get(dataId) ?? 0;
  }

  /** Fetches the numbers into the tensor's own buffer, if they lie elsewhere. @param from only those that lie there */
  comeHome(dataId: DataId, from?: GPUBuffer): void {
    const home = this.homes.get(dataId);
    if (!home || (from && home.buffer !== from)) return;
    this.homes.delete(dataId);
    const own = this.tensorMap.get(dataId).resource as GPUBuffer;
    this.outsidePass().copyBufferToBuffer(home.buffer, home.offset, own, 0, home.size);
  }

  /** Sends off what has been asked for so far. */
  flush(): void {
    if (!this.insides.commandEncoder) return;
    this.endComputePassEncoder();
    this.submitQueue();
  }

  /** The encoder of what tfjs has not sent off yet, for something that is no part of a pass of tfjs's. */
  outsidePass(): GPUCommandEncoder {
    this.ensureCommandEncoderReady();
    this.endComputePassEncoder();
    return this.insides.commandEncoder as GPUCommandEncoder;
  }

  /** A buffer of numbers that lasts until what has been asked for is sent off. */
  uniforms(floats: readonly number[]): GPUBufferBinding {
    return this.insides.makeUniforms(floats.map((value) => ({ type: 'float32', data: [value] })));
  }

  /** These tensors are read or changed by what has been asked for: none goes before it is sent off. */
  holds(tensors: readonly TensorInfo[]): void {
    for (const { dataId } of tensors) this.insides.commandQueueOwnedIds.add(dataId);
  }

  /** The numbers of a tensor that nobody has read yet are to be these. */
  fill({ dataId }: TensorInfo, values: Float32Array): void {
    const data = this.tensorMap.get(dataId);
    if (data.resource) throw new Error('A tensor that is on the device already cannot be filled.');
    data.values = values;
  }

  /** Numbers have changed in place. */
  changed({ dataId }: TensorInfo): void {
    this.versions.set(dataId, this.versionOf(dataId) + 1);
    this.tensorMap.get(dataId).values = null as never;
  }
}
