/** What some work asks of the WebGPU device: counted at the interface itself. */

export interface Asked {
  readonly dispatches: number;
  readonly bindGroups: number;
  readonly buffers: number;
  readonly pipelines: number;
  readonly writes: number;
  /** Bytes that were written. */
  readonly bytes: number;
  readonly submissions: number;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Counts = { -readonly [Name in keyof Asked]: number };

/** By the names of interface and method. */
const COUNTED = [
  ['GPUComputePassEncoder', 'dispatchWorkgroups', 'dispatches'],
  ['GPUDevice', 'createBindGroup', 'bindGroups'],
  ['GPUDevice', 'createBuffer', 'buffers'],
  ['GPUDevice', 'createComputePipeline', 'pipelines'],
  ['GPUDevice', 'createComputePipelineAsync', 'pipelines'],
  ['GPUQueue', 'writeBuffer', 'writes'],
  ['GPUQueue', 'submit', 'submissions'],
] as const satisfies readonly (readonly [string, string, keyof Asked])[];

/** Of writeBuffer(buffer, offset, data, dataOffset, size); the engine never gives a size in elements of its own. */
const bytesOf = ([, , data, , size]: readonly unknown[]): number =>
  typeof size === 'number' ? size : (data as ArrayBuffer | ArrayBufferView).byteLength;

/** @returns what `work` gives, with what it asked for */
export function counted<Value>(work: () => Value): { readonly value: Value; readonly asked: Asked } {
  const asked: Counts = { dispatches: 0, bindGroups: 0, buffers: 0, pipelines: 0, writes: 0, bytes: 0, submissions: 0 };
  const restore = COUNTED.map(([owner, method, name]) => {
    const { prototype } = (globalThis as unknown as Record<string, { readonly prototype: Record<string, Method> }>)[
      owner
    ] as { readonly prototype: Record<string, Method> };
    const own = prototype[method] as Method;
    prototype[method] = function (...args) {
      asked[name]++;
      if (name === 'writes') asked.bytes += bytesOf(args);
      return own.apply(this, args);
    };
    return () => {
      prototype[method] = own;
    };
  });
  try {
    return { value: work(), asked };
  } finally {
    for (const back of restore) back();
  }
}
