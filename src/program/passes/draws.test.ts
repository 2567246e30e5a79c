import { describe, expect, it } from 'vitest';
import type { Law, Laws, Rows } from '../law.ts';
import { print } from '../print.ts';
import type { Values } from '../program.ts';
import { createRecorder } from '../recorder.ts';
import type { Seen } from '../recording.ts';
import { type Drawer, withDraws } from './draws.ts';

const seen = (shape: readonly number[], dtype = 'float32'): Seen => ({ dataId: {}, shape, dtype });

const NORMAL: Law = { kind: 'spread', spread: { kind: 'normal' } };

const ROWS: Rows = {
  ...{ bytes: new Uint8Array(12), loaded: () => 12, from: { height: 2, width: 2, channels: 1 } },
  ...{ to: { height: 2, width: 2 }, resize: 'pad', scale: 1 / 255, offset: 0, background: 0 },
};

/** A program that adds up what is drawn in events, each an array of one field. */
function written(
  events: readonly (readonly [field: string, shape: readonly number[], laws: Laws])[],
  { holds = () => true, scales = false }: Partial<Drawer> = {},
) {
  const recorder = createRecorder<string>([]);
  const tensors = events.map(([field, shape, laws]) => {
    const values: Values = new Float32Array(shape.reduce((a, b) => a * b, 1));
    recorder.event(field, { [field]: values }, laws);
    const tensor = seen(shape);
    recorder.wrote(tensor, values);
    return tensor;
  });
  const sum = seen([]);
  recorder.ran('AddN', tensors, {}, [sum]);
  return withDraws(recorder.finish([], [sum]), { holds, scales });
}

const lines = (program: ReturnType<typeof written>): readonly string[] => print(program).split('\n');

it('draws from a stream where it is told how', () => {
  expect(lines(written([['z', [3, 2], { z: NORMAL }]]))).toEqual([
    '%0[3×2] = Draw() at dial 0',
    '%1 = AddN(%0[3×2])',
    'read %1',
  ]);
});

it('leaves what is drawn in no known way to whoever runs it', () => {
  expect(lines(written([['z', [3, 2], {}]]))).toEqual(['%1 = AddN(z.0[3×2])', 'read %1']);
});

describe('images of a table', () => {
  const images = ['images', [3, 2, 2, 1], { images: { kind: 'rows', rows: ROWS, places: 'at' } }] as const;

  it('are read at places, which are drawn', () => {
    expect(lines(written([images]))[0]).toBe('%0[3×2×2×1] = Rows(at.0i[3])');
  });

  it('are given where there is no such table', () => {
    expect(lines(written([images], { holds: () => false }))).toEqual(['%1 = AddN(images.0[3×2×2×1])', 'read %1']);
  });
});

it('moves the last batch by as much of its deviation as is said, with a fill of the stream for each factor', () => {
  const unit = { kind: 'uniform', low: 0, high: 1 } as const;
  const near: Law = { kind: 'near', of: 'images', scale: 0.5, spreads: [unit, unit] };
  const events = [
    ['images', [5, 2], {}],
    ['images', [5, 2], {}],
    ['near', [5, 2], { near }],
  ] as const;
  const program = written(events);
  expect(lines(program)).toEqual([
    '%4[5×2] = Draw() at dial 2',
    '%5[5×2] = Draw() at dial 2',
    '%6[5×2] = Multiply(%4[5×2], %5[5×2])',
    '%7 = Mean(images.1[5×2])',
    '%8[5×2] = SquaredDifference(images.1[5×2], %7)',
    '%9 = Mean(%8[5×2])',
    '%10 = Sqrt(%9)',
    '%12 = Multiply(%10, 0.5)',
    '%13[5×2] = Multiply(%6[5×2], %12)',
    '%2[5×2] = Add(%13[5×2], images.1[5×2])',
    '%3 = AddN(images.0[5×2], images.1[5×2], %2[5×2])',
    'read %3',
  ]);
  // Ten numbers are three blocks of four.
  expect(program.operations.slice(0, 2).map(({ attrs }) => attrs.before)).toEqual([0, 3]);
  // Where what is drawn can be scaled at once, there is no more to be worked out.
  expect(lines(written(events, { scales: true }))).toEqual([
    '%4[2] = Deviation(images.1[5×2])',
    '%5[5×2] = Draw(%4[2]) at dial 2',
    '%6[5×2] = Draw() at dial 2',
    '%7[5×2] = Multiply(%5[5×2], %6[5×2])',
    '%2[5×2] = Add(%7[5×2], images.1[5×2])',
    '%3 = AddN(images.0[5×2], images.1[5×2], %2[5×2])',
    'read %3',
  ]);
});
