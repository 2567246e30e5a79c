import { expect, it } from 'vitest';
import { print } from '../print.ts';
import { createRecorder } from '../recorder.ts';
import type { Seen } from '../recording.ts';
import { withAveragesBesideUpdates } from './beside.ts';

const seen = (): Seen => ({ dataId: {}, shape: [2], dtype: 'float32' });

it('brings an average to the last update of its weight, past what has nothing to do with it', () => {
  const [w, v, a, b] = [seen(), seen(), seen(), seen()];
  const states = Object.entries({ w, v, a, b }).map(([name, tensor]) => ({ name, tensor }));
  const recorder = createRecorder<string>(states);
  const dial = recorder.event('update');
  recorder.changed('Adam', { w }, ['w'], dial);
  recorder.changed('Adam', { w }, ['w'], dial);
  recorder.changed('Adam', { w: v }, ['w'], dial);
  recorder.ran('Neg', { x: b }, {}, [seen()]);
  recorder.changed('MoveTowards', { average: a, value: w }, ['average'], dial);
  // Somebody has read this one as it was before.
  recorder.changed('MoveTowards', { average: b, value: v }, ['average'], dial);
  const program = withAveragesBesideUpdates(recorder.finish([w, v, a, b], []));
  expect(print(program).split('\n').slice(0, -1)).toEqual([
    'Adam(&w[2]) at dial 0',
    'Adam(&w[2]) at dial 0',
    'MoveTowards(&a[2], w[2]) at dial 0',
    'Adam(&v[2]) at dial 0',
    '%4[2] = Neg(b[2])',
    'MoveTowards(&b[2], v[2]) at dial 0',
  ]);
});
