/** Records for tests: as small as they can be with something of everything in them. */
import fc from 'fast-check';
import { initialState } from '../../core/random.ts';
import { SCALARS, type ScalarName } from '../../core/scalars.ts';
import { PURPOSES, type SavedTensor, type Snapshot, type StreamStates } from '../../core/snapshot.ts';
import type { ImageGrid, SampleView } from '../../core/views.ts';
import type { Checkpoint } from '../checkpoint.ts';
import type { RunLog } from '../log.ts';

const floats = (length: number) => fc.float32Array({ minLength: length, maxLength: length });
const count = fc.nat(1_000_000);

const tensor: fc.Arbitrary<SavedTensor> = fc
  .array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 })
  .chain((shape) => floats(shape.reduce((product, n) => product * n, 1)).map((values) => ({ shape, values })));

const streams = count.map(
  (seed) => Object.fromEntries(PURPOSES.map((purpose) => [purpose, initialState(seed, purpose)])) as StreamStates,
);

const snapshots: fc.Arbitrary<Snapshot> = fc.record(
  {
    step: count,
    tensors: fc
      .array(fc.tuple(fc.stringMatching(/^(generator|discriminator|average)\.[a-z0-9.]{1,12}$/), tensor), {
        maxLength: 5,
      })
      .map((entries) => new Map(entries)),
    updates: fc.record({ generator: count, discriminator: count }),
    streams,
    batches: fc.record({ epoch: count, position: count, stream: count.map((seed) => initialState(seed, 'order')) }),
    begun: fc.constant({ generator: 0, discriminator: 0 }),
  },
  { requiredKeys: ['step', 'tensors', 'updates', 'streams', 'batches'] },
);

const share = fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs);

export const checkpoints: fc.Arbitrary<Checkpoint> = fc.record(
  {
    config: fc.record({
      recipe: fc.string(),
      data: fc.string(),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      params: fc.dictionary(fc.stringMatching(/^[a-z]\w{0,8}$/), fc.oneof(fc.boolean(), fc.string(), fc.integer()), {
        noNullPrototype: true,
      }),
    }),
    snapshot: snapshots,
    best: fc.record({
      ...{ step: count, validation: share, snapshot: snapshots },
      test: fc.oneof(share, fc.constant(Number.NaN)),
    }),
  },
  { requiredKeys: ['config', 'snapshot'] },
);

const grid = (rows: number, columns: number): fc.Arbitrary<ImageGrid> =>
  fc
    .tuple(fc.uint8ClampedArray({ minLength: rows * columns * 6, maxLength: rows * columns * 6 }), fc.boolean())
    .map(([pixels, named]) => ({
      ...{ rows, columns, height: 2, width: 3, channels: 1 },
      pixels: pixels as ImageGrid['pixels'],
      labels: named ? Uint8Array.from({ length: rows * columns }, (_, i) => i) : null,
    }));

type Floats = Float32Array<ArrayBuffer>;

const frames: fc.Arbitrary<SampleView> = fc.oneof(
  fc.record({
    kind: fc.constant('images' as const),
    step: count,
    classes: fc.oneof(fc.constant('all' as const), fc.nat(9)),
    generated: grid(2, 2),
    real: grid(1, 2),
  }),
  fc.record({
    kind: fc.constant('plane' as const),
    step: count,
    side: fc.constant(3),
    extent: fc.constant(2),
    middle: fc.constantFrom(0, 0.5),
    values: floats(9) as fc.Arbitrary<Floats>,
    real: floats(4) as fc.Arbitrary<Floats>,
    generated: floats(6) as fc.Arbitrary<Floats>,
  }),
);

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0);

export const logs: fc.Arbitrary<RunLog> = fc
  .uniqueArray(count, { maxLength: 6 })
  .map((steps) => Float64Array.from(steps.sort((a, b) => a - b)))
  .chain((steps) =>
    fc.record({
      steps: fc.constant(steps),
      columns: fc
        .uniqueArray(fc.constantFrom(...SCALARS), { maxLength: 4 })
        .chain((names) =>
          fc.tuple(...names.map((name) => floats(steps.length).map((values) => [name, values] as const))),
        )
        // What was never measured is not written.
        .map(
          (columns) =>
            new Map(
              columns.filter(([, values]) => values.some((value) => !Number.isNaN(value))) as [
                ScalarName,
                Float32Array,
              ][],
            ),
        ),
      scores: fc.array(
        fc.record({
          step: count,
          samples: count,
          milliseconds: finite,
          scores: fc.array(
            fc.record(
              {
                id: fc.string(),
                direction: fc.constantFrom('higher', 'lower', 'half', 'floor'),
                value: finite,
                floor: finite,
                samples: count,
                interval: fc.record({ low: finite, high: finite, method: fc.constantFrom('bootstrap', 'potentials') }),
                table: fc.array(fc.array(finite, { maxLength: 2 }), { maxLength: 2 }),
              },
              { requiredKeys: ['id', 'direction', 'value', 'floor', 'samples', 'interval'] },
            ),
            { maxLength: 2 },
          ),
        }),
        { maxLength: 2 },
      ),
      events: fc.array(
        fc.oneof(
          fc.record({ step: count, kind: fc.constant('pause' as const) }),
          fc.record({ step: count, kind: fc.constant('set' as const), name: fc.string(), value: finite }),
          fc.record({ step: count, kind: fc.constant('found' as const), rule: fc.string() }),
        ),
        { maxLength: 3 },
      ),
      frames: fc.array(frames, { maxLength: 3 }),
    }),
  );
