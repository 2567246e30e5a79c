import * as tf from '@tensorflow/tfjs-core';
import { dropoutMask, openStream } from '../../core/random.ts';
import type { DropoutMask } from '../../gan/layers/context.ts';
import { accelerated } from './accelerated.ts';
import { happens } from './events.ts';
import type { Streams } from './streams.ts';

/** Draws inverted dropout masks from the run's own stream, on the backend where it can. */
export const dropoutMasks =
  (streams: Streams): DropoutMask =>
  (shape, rate) => {
    const fill = accelerated.get(tf.getBackend())?.dropoutMask;
    if (fill) {
      const mask = tf.zeros([...shape]);
      const dial = happens({ kind: 'mask', size: mask.size, rate });
      streams.dropout = openStream(fill(mask, streams.dropout.state(), rate, dial));
      return mask;
    }
    const size = shape.reduce((product, n) => product * n, 1);
    return tf.tensor(dropoutMask(streams.dropout, size, rate), [...shape]);
  };
