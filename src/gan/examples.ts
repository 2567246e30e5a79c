import type { Shape } from '../core/network.ts';
import type { ExampleSpec } from './plan.ts';

/** The shape of one example: [height, width, channels], or [2]. */
export function shapeOf(examples: ExampleSpec): Shape {
  switch (examples.kind) {
    case 'image':
      return [examples.height, examples.width, examples.channels];
    case 'points':
      return [2];
    default:
      return examples satisfies never;
  }
}
