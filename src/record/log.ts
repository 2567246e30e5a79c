/** What a run has shown: every number, score and event, and pictures of its way, packed into the tensors of a file. */

import * as v from 'valibot';
import type { RunEvent } from '../core/runEvent.ts';
import { SCALARS, type ScalarName } from '../core/scalars.ts';
import type { Measured } from '../core/score.ts';
import type { ImageGrid, PlaneView, SampleGrid, SampleView } from '../core/views.ts';
import { badCheckpoint, count, LOG, parsed, setting } from './checkpoint.ts';
import type { Numbers, SavedNumbers } from './safetensors.ts';

export interface RunLog {
  /** Every step that was measured, rising, and each scalar there; NaN where it was not. */
  readonly steps: Float64Array;
  readonly columns: ReadonlyMap<ScalarName, Float32Array>;
  readonly scores: readonly Measured[];
  readonly events: readonly RunEvent[];
  /** Oldest first. */
  readonly frames: readonly SampleView[];
}

export interface PackedLog {
  readonly tensors: ReadonlyMap<string, SavedNumbers>;
  /** JSON that says what the tensors are. */
  readonly text: string;
}

const name = v.string();
const finite = v.pipe(v.number(), v.finite());
const grid = v.object({ pixels: name, labels: v.nullable(name) });
const frames = v.array(
  v.variant('kind', [
    v.object({
      kind: v.literal('images'),
      step: count,
      classes: v.union([v.literal('all'), count]),
      generated: grid,
      real: grid,
    }),
    v.object({
      kind: v.literal('plane'),
      step: count,
      side: count,
      extent: finite,
      middle: finite,
      values: name,
      real: name,
      generated: name,
    }),
  ]),
);
const score = v.object({
  id: name,
  direction: v.picklist(['higher', 'lower', 'half', 'floor']),
  value: finite,
  floor: finite,
  samples: count,
  interval: v.object({ low: finite, high: finite, method: v.picklist(['bootstrap', 'half-samples', 'potentials']) }),
  parts: v.optional(v.record(name, finite)),
  table: v.optional(v.array(v.array(finite))),
});
const about = v.object({
  scores: v.array(v.object({ step: count, samples: count, milliseconds: finite, scores: v.array(score) })),
  events: v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('set'), step: count, name, value: setting }),
      v.object({ kind: v.literal('pause'), step: count }),
      v.object({ kind: v.literal('found'), step: count, rule: name }),
    ]),
  ),
  frames,
});
type FrameAbout = v.InferOutput<typeof frames>[number];

/** Puts arrays away under names; one that many frames share, only once. */
function createStore() {
  const names = new Map<ArrayBufferView, string>();
  const tensors = new Map<string, SavedNumbers>();
  return {
    tensors,
    put(values: Numbers, shape: readonly number[], of: ArrayBufferView = values): string {
      const known = names.get(of);
      if (known !== undefined) return known;
      const fresh = `${LOG}frame.${names.size}`;
      names.set(of, fresh);
      tensors.set(fresh, { shape, values });
      return fresh;
    },
  };
}

type Put = ReturnType<typeof createStore>['put'];

function packGrid({ rows, columns, height, width, channels, pixels, labels }: ImageGrid, put: Put) {
  const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.length);
  return {
    pixels: put(bytes, [rows, columns, height, width, channels], pixels),
    labels: labels && put(labels, [labels.length]),
  };
}

function packFrame(view: SampleView, put: Put): FrameAbout {
  switch (view.kind) {
    case 'images': {
      const { kind, step, classes } = view;
      return { kind, step, classes, generated: packGrid(view.generated, put), real: packGrid(view.real, put) };
    }
    case 'plane': {
      const { kind, step, side, extent, middle, values, real, generated } = view;
      return {
        ...{ kind, step, side, extent, middle },
        values: put(values, [side, side]),
        real: put(real, [real.length / 2, 2]),
        generated: put(generated, [generated.length / 2, 2]),
      };
    }
    default:
      return view satisfies never;
  }
}

export function packLog({ steps, columns, scores, events, frames: views }: RunLog): PackedLog {
  const { tensors, put } = createStore();
  const rows = steps.length;
  tensors.set(`${LOG}steps`, { shape: [rows], values: Uint32Array.from(steps) });
  for (const [scalar, values] of columns) {
    // What was never measured is not written.
    if (values.some((value) => !Number.isNaN(value))) tensors.set(LOG + scalar, { shape: [rows], values });
  }
  return { tensors, text: JSON.stringify({ scores, events, frames: views.map((view) => packFrame(view, put)) }) };
}

/** Hands out a tensor of the file by its name; undefined where there is none. */
export type ReadTensor = (name: string) => Promise<SavedNumbers | undefined>;

const bad = (tensor: string) => badCheckpoint({ code: 'tensors.unfit', name: tensor });

type Kind<Values extends Numbers> = new (length: number) => Values;

type GridAbout = v.InferOutput<typeof grid>;

/** Reads each tensor once: frames share arrays as they did when they were packed. */
function createReader(tensor: ReadTensor) {
  const tensors = new Map<string, Promise<SavedNumbers | undefined>>();
  const grids = new Map<string, Promise<ImageGrid>>();
  const find = (of: string): Promise<SavedNumbers | undefined> => {
    const asked = tensors.get(of) ?? tensor(of);
    tensors.set(of, asked);
    return asked;
  };
  const reader = {
    has: async (of: string): Promise<boolean> => (await find(of)) !== undefined,
    /** The tensor of this name, if it is of this type and as many axes. */
    async read<Values extends Numbers>(of: string, Type: Kind<Values>, axes: number) {
      const found = await find(of);
      if (!found || !(found.values instanceof Type) || found.shape.length !== axes) throw bad(of);
      return { shape: found.shape, values: found.values as Values };
    },
    grid(told: GridAbout): Promise<ImageGrid> {
      const of = `${told.pixels} ${told.labels}`;
      const asked = grids.get(of) ?? unpackGrid(told, reader);
      grids.set(of, asked);
      return asked;
    },
  };
  return reader;
}

type Reader = ReturnType<typeof createReader>;

async function unpackGrid(told: GridAbout, { read }: Pick<Reader, 'read'>): Promise<ImageGrid> {
  const { shape, values } = await read(told.pixels, Uint8Array, 5);
  const [rows, columns, height, width, channels] = shape as [number, number, number, number, number];
  const labels = told.labels === null ? null : (await read(told.labels, Uint8Array, 1)).values;
  if (labels && labels.length !== rows * columns) throw bad(told.labels as string);
  const pixels = new Uint8ClampedArray(values.buffer as ArrayBuffer, values.byteOffset, values.length);
  return { rows, columns, height, width, channels, pixels, labels: labels as ImageGrid['labels'] };
}

async function unpackFrame(told: FrameAbout, reader: Reader): Promise<SampleView> {
  if (told.kind === 'images') {
    const [generated, real] = [await reader.grid(told.generated), await reader.grid(told.real)];
    return { ...told, generated, real } satisfies SampleGrid;
  }
  const floats = async (of: string, ok: (shape: readonly number[]) => boolean) => {
    const { shape, values } = await reader.read(of, Float32Array, 2);
    if (!ok(shape)) throw bad(of);
    return values as Float32Array<ArrayBuffer>;
  };
  const { side } = told;
  const pairs = ([, axes]: readonly number[]): boolean => axes === 2;
  return {
    ...told,
    values: await floats(told.values, ([rows, columns]) => rows === side && columns === side),
    real: await floats(told.real, pairs),
    generated: await floats(told.generated, pairs),
  } satisfies PlaneView;
}

/** @throws EngineError `bad-config` that says what is wrong with it. */
export async function unpackLog(text: string, tensor: ReadTensor): Promise<RunLog> {
  const { scores, events, frames: views } = parsed(about, text);
  const reader = createReader(tensor);
  const steps = Float64Array.from((await reader.read(`${LOG}steps`, Uint32Array, 1)).values);
  for (const [row, step] of steps.entries())
    if (row > 0 && step <= (steps[row - 1] as number)) throw bad(`${LOG}steps`);
  const columns = new Map<ScalarName, Float32Array>();
  for (const scalar of SCALARS) {
    if (!(await reader.has(LOG + scalar))) continue;
    const { values } = await reader.read(LOG + scalar, Float32Array, 1);
    if (values.length !== steps.length) throw bad(LOG + scalar);
    columns.set(scalar, values);
  }
  const unpacked: SampleView[] = [];
  for (const view of views) unpacked.push(await unpackFrame(view, reader));
  return {
    steps,
    columns,
    scores: scores as readonly Measured[],
    events: events as readonly RunEvent[],
    frames: unpacked,
  };
}
