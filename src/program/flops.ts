import { type Operation, type Program, type Ref, sizeOf } from './program.ts';

const at = (ref: Ref | undefined, axis: number): number => ref?.shape.at(axis) ?? 1;

/** Two for each multiplication of a product or convolution; what is element by element counts nothing beside them. */
function flopsOf({ kernel, inputs, outputs, attrs }: Operation): number {
  const [out] = outputs;
  if (!out) return 0;
  switch (kernel) {
    case 'BatchMatMul':
    case '_FusedMatMul':
      return 2 * sizeOf(out.shape) * at(inputs.a, attrs.transposeA ? -2 : -1);
    case 'Conv2D':
    case 'FusedConv2D': {
      const [height = 1, width = 1, channels = 1] = inputs.filter?.shape ?? [];
      return 2 * sizeOf(out.shape) * height * width * channels;
    }
    // Each is as much work as the convolution that it is a gradient of.
    case 'Conv2DBackpropFilter':
      return 2 * sizeOf(inputs.dy?.shape ?? []) * sizeOf(out.shape.slice(0, 3));
    case 'Conv2DBackpropInput':
      return 2 * sizeOf(inputs.dy?.shape ?? []) * sizeOf((inputs.filter?.shape ?? []).slice(0, 3));
    default:
      return 0;
  }
}

/** @param shareOf what is left of an operation's products where it is computed with fewer */
export const totalFlops = ({ operations }: Program, shareOf: (operation: Operation) => number = () => 1): number =>
  operations.reduce((sum, operation) => sum + flopsOf(operation) * shareOf(operation), 0);
