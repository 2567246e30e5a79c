import { expect, it } from 'vitest';
import { print } from '../print.ts';
import { createRecorder } from '../recorder.ts';
import type { Seen } from '../recording.ts';
import { withUpdatesSoon } from './soon.ts';

const seen = (): Seen => ({ dataId: {}, shape: [2], dtype: 'float32' });

/** Lines of what is recorded on some states, but the last. */
function linesOf(
  states: Readonly<Record<string, Seen>>,
  record: (recorder: ReturnType<typeof createRecorder<string>>, dial: number) => void,
) {
  const named = Object.entries(states).map(([name, tensor]) => ({ name, tensor }));
  const recorder = createRecorder<string>(named);
  record(recorder, recorder.event('update'));
  const program = withUpdatesSoon(recorder.finish(Object.values(states), []));
  return print(program).split('\n').slice(0, -1);
}

it('brings an average to the last update of its weight, past what has nothing to do with it', () => {
  const [w, v, a, b] = [seen(), seen(), seen(), seen()];
  const lines = linesOf({ w, v, a, b }, (recorder, dial) => {
    recorder.changed('Adam', { w }, ['w'], dial);
    recorder.changed('Adam', { w }, ['w'], dial);
    recorder.changed('Adam', { w: v }, ['w'], dial);
    recorder.ran('Neg', { x: b }, {}, [seen()]);
    recorder.changed('MoveTowards', { average: a, value: w }, ['average'], dial);
    // Somebody has read this one as it was before.
    recorder.changed('MoveTowards', { average: b, value: v }, ['average'], dial);
  });
  expect(lines).toEqual([
    'Adam(&v[2]) at dial 0',
    'Adam(&w[2]) at dial 0',
    'Adam(&w[2]) at dial 0',
    'MoveTowards(&a[2], w[2]) at dial 0',
    '%4[2] = Neg(b[2])',
    'MoveTowards(&b[2], v[2]) at dial 0',
  ]);
});

it('brings a sum of gradients to the last of them, and the update to the sum, but not past who reads the weight', () => {
  const [w, x, y] = [seen(), seen(), seen()];
  const [g, h, sum] = [seen(), seen(), seen()];
  const lines = linesOf({ w, x, y }, (recorder, dial) => {
    recorder.ran('Square', { x }, {}, [g]);
    recorder.ran('Square', { x: y }, {}, [h]);
    recorder.ran('Neg', { x: y }, {}, [seen()]);
    recorder.ran('Neg', { x: w }, {}, [seen()]);
    recorder.ran('Exp', { x: y }, {}, [seen()]);
    recorder.ran('Add', { a: g, b: h }, {}, [sum]);
    recorder.changed('Adam', { w, g: sum }, ['w'], dial);
  });
  expect(lines).toEqual([
    '%3[2] = Square(x[2])',
    '%4[2] = Square(y[2])',
    '%8[2] = Add(%3[2], %4[2])',
    '%5[2] = Neg(y[2])',
    '%6[2] = Neg(w[2])',
    'Adam(&w[2], %8[2]) at dial 0',
    '%7[2] = Exp(y[2])',
  ]);
});

it('leaves a sum behind the change of what it reads', () => {
  const [w, x] = [seen(), seen()];
  const lines = linesOf({ w, x }, (recorder, dial) => {
    recorder.changed('Adam', { w }, ['w'], dial);
    recorder.ran('Neg', { x }, {}, [seen()]);
    recorder.ran('Add', { a: w, b: x }, {}, [seen()]);
  });
  expect(lines).toEqual(['Adam(&w[2]) at dial 0', '%3[2] = Add(w[2], x[2])', '%2[2] = Neg(x[2])']);
});
