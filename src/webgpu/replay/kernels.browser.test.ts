/** Every kernel that has WGSL gives what tfjs's gives, as part of a program. */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, it } from 'vitest';
import { start } from '../../engine/backends/webgpu.ts';
import { expectSame } from './testing/both.ts';

beforeAll(async () => {
  await start();
});

it('what is element by element', () =>
  expectSame([[3, 5], [5], [3, 1]], (x, row, column) => {
    const [a, b, c] = [x, row, column] as [tf.Tensor, tf.Tensor, tf.Tensor];
    const positive = tf.add(tf.abs(a), 0.1);
    return [
      ...[
        tf.relu(a),
        tf.leakyRelu(a, 0.2),
        tf.elu(a),
        tf.tanh(tf.mul(a, 40)),
        tf.sigmoid(a),
        tf.softplus(tf.mul(a, 20)),
      ],
      ...[tf.exp(a), tf.log(positive), tf.sqrt(positive), tf.square(a), tf.neg(a), tf.sign(a), tf.step(a, 0.1)],
      ...[tf.add(a, b), tf.sub(c, a), tf.mul(b, c), tf.div(a, positive), tf.maximum(a, b), tf.minimum(a, c)],
      ...[tf.clipByValue(a, -0.3, 0.3), tf.where(tf.greaterEqual(a, b), a, c), tf.cast(tf.less(a, b), 'float32')],
      ...[tf.sub(1, tf.cast(tf.equal(a, a), 'float32')), tf.squaredDifference(a, b), tf.rsqrt(positive)],
    ];
  }));

it('what moves numbers', () =>
  expectSame(
    [
      [4, 6],
      [4, 2],
      [4, 6],
    ],
    (x, narrow, other, classes) => {
      const [a, b, c] = [x, narrow, other] as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
      return [
        ...[tf.concat([a, b], 1), tf.concat([a, c], 0), ...tf.split(a, [1, 2, 3], 1), tf.slice(a, [1, 2], [2, 3])],
        ...[tf.transpose(a), tf.transpose(tf.reshape(a, [2, 2, 6]), [2, 0, 1]), tf.tile(b, [2, 3])],
        ...[
          tf.pad(
            a,
            [
              [1, 2],
              [0, 3],
            ],
            0.5,
          ),
          tf.stack([a, c], 1),
          tf.gather(a, classes as tf.Tensor1D),
        ],
        tf.oneHot(classes as tf.Tensor1D, 5),
      ].map((tensor) => tf.cast(tensor, 'float32'));
    },
    Int32Array.of(2, 0, 3),
  ));

it('sums along axes, also where they are shared out', () =>
  expectSame(
    [
      [6, 5, 4],
      [4096, 3],
      [6, 4],
    ],
    (x, long, rows, classes) => {
      const [a, b, c] = [x, long, rows] as [tf.Tensor3D, tf.Tensor2D, tf.Tensor2D];
      return [
        ...[
          tf.sum(a),
          tf.sum(a, 0),
          tf.sum(a, 2),
          tf.mean(a, [0, 1]),
          tf.mean(a, [1, 2]),
          tf.sum(a, [0, 2]),
          tf.max(a, 1),
        ],
        ...[tf.min(a, 2), tf.cast(tf.argMax(c, 1), 'float32'), tf.mean(b, 0), tf.sum(b), tf.mul(tf.mean(b), 2)],
        tf.unsortedSegmentSum(c, classes as tf.Tensor1D, 3),
      ];
    },
    Int32Array.of(2, 0, 2, 1, 0, 2),
  ));

it('products, with what goes before and after them', () =>
  expectSame([[9, 70], [70, 35], [35], [2048, 9]], (x, w, bias, long) => {
    const [a, b, c, d] = [x, w, bias, long] as [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D, tf.Tensor2D];
    return [
      tf.fused.matMul({ a, b, bias: c, activation: 'relu' }),
      tf.tanh(tf.add(tf.matMul(a, b), c)),
      tf.matMul(b, a, true, true),
      tf.matMul(tf.mul(tf.square(a), 0.5), b),
      // A long sum of few: it is shared out.
      tf.matMul(d, d, true, false),
    ];
  }));

it.each([
  [1, 'same'],
  [2, 'same'],
  [1, 'valid'],
  [2, 'valid'],
] as const)('convolutions with stride %i, %s, and their gradients', (stride, pad) =>
  expectSame(
    [
      [2, 9, 8, 3],
      [4, 3, 3, 5],
    ],
    (image, weights) => {
      const [x, filter] = [image, weights] as [tf.Tensor4D, tf.Tensor4D];
      const out = tf.conv2d(x, filter, stride, pad);
      const dy = tf.tanh(out) as tf.Tensor4D;
      const back = tf.conv2dTranspose(dy, filter, x.shape, stride, pad);
      const [byX, byFilter] = tf.grads((a, b) =>
        tf.sum(tf.square(tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad))),
      )([x, filter]) as [tf.Tensor, tf.Tensor];
      return [dy, back, byX, byFilter];
    },
  ),
);
