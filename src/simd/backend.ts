import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { type backend_util, type DataType, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { recording } from '../program/recording.ts';
import type { LinearMemory } from './memory.ts';
import type { Pool } from './pool.ts';

type Values = backend_util.BackendValues;
/** Which convolutions take fewer multiplications: those that gain by it, none, or all that can, for tests. */
export type WinogradUse = 'measured' | 'never' | 'always';
export type NumericType = 'float32' | 'int32' | 'bool';
type NumericArray = Float32Array | Int32Array | Uint8Array;
type DataId = TensorInfo['dataId'];

const bytesOf: Record<NumericType, 1 | 4> = { float32: 4, int32: 4, bool: 1 };

const isNumeric = (dtype: DataType): dtype is NumericType => dtype in bytesOf;

/** The numbers of one tensor: a block of the linear memory. */
class Block {
  refCount = 1;
  complexTensorInfos?: { real: TensorInfo; imag: TensorInfo };

  constructor(
    private readonly linear: LinearMemory,
    readonly dtype: NumericType,
    readonly pointer: number,
    readonly size: number,
  ) {}

  /** A view made afresh: one made before the memory grew cannot see what lies beyond. */
  get values(): NumericArray {
    const { buffer } = this.linear.memory;
    switch (this.dtype) {
      case 'float32':
        return new Float32Array(buffer, this.pointer, this.size);
      case 'int32':
        return new Int32Array(buffer, this.pointer, this.size);
      case 'bool':
        return new Uint8Array(buffer, this.pointer, this.size);
      default:
        return this.dtype satisfies never;
    }
  }
}

/** Strings, and complex tensors, whose parts are tensors of their own. */
interface Foreign {
  refCount: number;
  readonly dtype: DataType;
  readonly values: Values;
  readonly complexTensorInfos?: { real: TensorInfo; imag: TensorInfo };
}

/**
 * The CPU backend. It is tfjs's own JavaScript backend with its storage moved into one linear memory, so every
 * kernel of that backend works on it unchanged; hot ones are replaced by native kernels (see kernels/).
 */
export class SimdBackend extends MathBackendCPU {
  private static nextId = 0;
  /** Blocks to release once the borrowed kernel that is running has returned. */
  private pending: number[] | null = null;

  constructor(
    readonly linear: LinearMemory,
    readonly pool: Pool,
    public winograd: WinogradUse = 'measured',
  ) {
    super();
  }

  override write(values: Values | null | undefined, shape: number[], dtype: DataType): DataId {
    const dataId = { simd: SimdBackend.nextId++ };
    this.store(dataId, values, shape, dtype, 1);
    if (values) recording.now?.wrote({ dataId, shape, dtype }, values as ArrayLike<number>);
    return dataId;
  }

  override move(dataId: DataId, values: Values, shape: number[], dtype: DataType, refCount: number): void {
    this.store(dataId, values, shape, dtype, refCount);
  }

  /** A new tensor with arbitrary content, for a native kernel to fill. */
  output(shape: readonly number[], dtype: NumericType): TensorInfo {
    const copy = [...shape];
    return { dataId: this.write(null, copy, dtype), shape: copy, dtype };
  }

  /** Numbers that somebody else keeps at this address, as a tensor; to be forgotten, not disposed. */
  place(pointer: number, shape: readonly number[], dtype: NumericType): TensorInfo {
    const dataId = { simd: SimdBackend.nextId++ };
    const block = new Block(this.linear, dtype, pointer, util.sizeFromShape([...shape]));
    this.data.set(dataId, block as never);
    return { dataId, shape: [...shape], dtype };
  }

  /** Takes a tensor off the books; its memory stays whose it is. */
  forget({ dataId }: TensorInfo): void {
    this.data.delete(dataId);
  }

  /** Address of the tensor's first element. */
  pointer({ dataId }: TensorInfo): number {
    return (this.data.get(dataId) as unknown as Block).pointer;
  }

  /** The tensor's elements themselves, not a copy: valid until it is disposed. */
  view({ dataId }: TensorInfo): NumericArray {
    return (this.data.get(dataId) as unknown as Block).values;
  }

  /** Lends `use` a block of workspace. */
  borrow<T>(bytes: number, use: (pointer: number) => T): T {
    const pointer = this.linear.allocate(bytes);
    try {
      return use(pointer);
    } finally {
      this.linear.release(pointer);
    }
  }

  /**
   * Runs a kernel of the JavaScript backend. Such a kernel may go on reading an intermediate after disposing of it,
   * which garbage collection forgives: so nothing is released before it returns.
   */
  runBorrowed<T>(kernel: () => T): T {
    if (this.pending !== null) return kernel();
    const pending: number[] = [];
    this.pending = pending;
    try {
      return kernel();
    } finally {
      this.pending = null;
      for (const pointer of pending) this.linear.release(pointer);
    }
  }

  /** A copy, because the memory is used again once the tensor is disposed. */
  override readSync(dataId: DataId): Values {
    const stored = this.data.get(dataId) as unknown as Block | Foreign;
    return stored instanceof Block ? stored.values.slice() : super.readSync(dataId);
  }

  override disposeData(dataId: DataId, force = false): boolean {
    const stored = this.data.has(dataId) ? this.data.get(dataId) : undefined;
    const gone = super.disposeData(dataId, force);
    if (gone && stored instanceof Block) {
      if (this.pending === null) this.linear.release(stored.pointer);
      else this.pending.push(stored.pointer);
    }
    return gone;
  }

  override memory(): { unreliable: boolean; reasons: string[] } {
    return { unreliable: false, reasons: [] };
  }

  override dispose(): void {
    this.pool.dispose();
  }

  private store(
    dataId: DataId,
    values: Values | null | undefined,
    shape: number[],
    dtype: DataType,
    refCount: number,
  ): void {
    if (!isNumeric(dtype)) {
      const foreign = { values, dtype, refCount };
      this.data.set(dataId, foreign as never);
      return;
    }
    const size = util.sizeFromShape(shape);
    const block = new Block(this.linear, dtype, this.linear.allocate(size * bytesOf[dtype]), size);
    block.refCount = refCount;
    if (values) block.values.set(values as NumericArray);
    this.data.set(dataId, block as never);
  }
}
