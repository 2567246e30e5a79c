/** Tables of bytes on the device, such as the images of a data set: uploaded once, and on as they arrive. */
import type { Rows } from '../../program/law.ts';

export interface Table {
  readonly buffer: GPUBuffer;
  /** Uploads what has arrived since it was asked last. */
  update(rows: Pick<Rows, 'loaded'>): void;
}

/** A table stays as long as its bytes are in use: programs come and go with every setting. */
const known = new WeakMap<GPUDevice, WeakMap<Uint8Array, Table>>();

const words = (bytes: number): number => Math.ceil(bytes / 4);

/** Whether a device has buffers for such a table. */
export const fits = ({ bytes }: Rows, { limits }: GPUDevice): boolean =>
  4 * words(bytes.length) <= Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);

function create(bytes: Uint8Array<ArrayBuffer>, device: GPUDevice): Table {
  const buffer = device.createBuffer({
    size: 4 * words(bytes.length),
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
  });
  let there = 0;
  return {
    buffer,
    update(rows) {
      const loaded = rows.loaded();
      if (loaded <= there) return;
      // Whole words: the first of them may have been there in part.
      const from = there - (there % 4);
      const whole = loaded - (loaded % 4);
      device.queue.writeBuffer(buffer, from, bytes, from, whole - from);
      if (loaded > whole) {
        const last = new Uint8Array(4);
        last.set(bytes.subarray(whole, loaded));
        device.queue.writeBuffer(buffer, whole, last);
      }
      there = loaded;
    },
  };
}

/** The table of these bytes. */
export function tableOf({ bytes }: Rows, device: GPUDevice): Table {
  const own = known.get(device) ?? new WeakMap<Uint8Array, Table>();
  known.set(device, own);
  const table = own.get(bytes) ?? create(bytes, device);
  own.set(bytes, table);
  return table;
}
