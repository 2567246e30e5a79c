import type { ImageSetInfo } from '../../core/dataSet.ts';

/** LeCun, Cortes and Burges: 60,000 + 10,000 handwritten digits, 28×28, grey. */
export const info: ImageSetInfo = {
  id: 'mnist',
  name: 'MNIST',
  kind: 'image',
  place: 1,
  height: 28,
  width: 28,
  channels: 1,
  classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  trainCount: 60_000,
  testCount: 10_000,
};
