/** Which tensor of a file is which weight of a network, and what has to be moved for it. */
import { badConfig } from '../core/errors.ts';
import type { LayerDescription, NetworkDescription, WeightSpec } from '../core/network.ts';
import { sizeOf } from '../core/network.ts';
import { ordersOf } from './channelOrder.ts';
import type { Floats } from './weights.ts';

type Network = 'generator' | 'discriminator';
type Named = ReadonlyMap<string, Floats>;

/** Our name of a weight -> what others call it. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  kernel: ['weight', 'kernel'],
  table: ['weight', 'table'],
  bias: ['bias'],
  scale: ['weight', 'gamma', 'scale'],
  offset: ['bias', 'beta', 'offset'],
  runningMean: ['running_mean', 'moving_mean', 'runningMean'],
  runningVariance: ['running_var', 'moving_variance', 'runningVariance'],
};

/** Tensors of a module: those whose names differ in the last word alone. */
interface Module {
  readonly name: string;
  readonly tensors: ReadonlyMap<string, Floats>;
}

/** In the order of the numbers in their names: 2 before 10. */
function modulesOf(tensors: Named): readonly Module[] {
  const modules = new Map<string, Map<string, Floats>>();
  for (const [name, tensor] of tensors) {
    const at = name.lastIndexOf('.');
    const [module, last] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)];
    modules.set(module, (modules.get(module) ?? new Map()).set(last, tensor));
  }
  return [...modules]
    .map(([name, own]) => ({ name, tensors: own }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** The weights of a layer that lie in one module. */
interface Slot {
  readonly layer: number;
  readonly description: LayerDescription;
  readonly prefix: string;
  readonly weights: readonly WeightSpec[];
  readonly norm: boolean;
}

function slotsOf({ layers }: NetworkDescription): readonly Slot[] {
  return layers.flatMap((description, layer) => {
    const groups = new Map<string, WeightSpec[]>();
    for (const weight of description.weights) {
      const at = weight.name.lastIndexOf('.') + 1;
      // A table beside a kernel is a module of its own.
      const group = weight.name.slice(0, at) + (weight.name.endsWith('table') ? 'table' : '');
      groups.set(group, [...(groups.get(group) ?? []), weight]);
    }
    return [...groups.values()].map((weights) => ({
      ...{ layer, description, weights },
      prefix: `${layer}.${description.spec.kind}.`,
      norm: weights.some(({ name }) => name === 'scale'),
    }));
  });
}

const find = ({ tensors }: Module, weight: string) => {
  const last = weight.slice(weight.lastIndexOf('.') + 1);
  const alias = (ALIASES[last] ?? [last]).find((one) => tensors.has(one));
  return { alias: alias ?? ALIASES[last]?.[0] ?? last, tensor: alias === undefined ? null : tensors.get(alias) };
};

const isNorm = (module: Module): boolean => find(module, 'scale').tensor?.shape.length === 1;
const isWhole = (module: Module): boolean => (find(module, 'kernel').tensor?.shape.length ?? 0) > 1;

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((n, i) => n === b[i]);

/** As PyTorch has it: [out, in], [out, in, height, width]; of transposed convolutions [in, out, height, width]. */
function torchShape({ name, shape }: WeightSpec): readonly number[] {
  if (!name.endsWith('kernel')) return shape;
  const [a, b, c, d] = shape as [number, number, number, number];
  return shape.length === 4 ? [d, c, a, b] : [b, a];
}

/** From PyTorch's order of axes to ours. */
function moved({ name, shape }: WeightSpec, values: Float32Array): Float32Array {
  if (!name.endsWith('kernel')) return values;
  const [rows, columns] = [shape.at(-2) as number, shape.at(-1) as number];
  const places = sizeOf(shape) / rows / columns;
  const out = new Float32Array(values.length);
  for (let place = 0; place < places; place++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        out[(place * rows + row) * columns + column] = values[(column * rows + row) * places + place] as number;
  return out;
}

/**
 * The values of every weight of a network, by our names.
 *
 * Under our names and in our shapes they are taken as they are. Otherwise they are matched by position, affine layers
 * and normalisations each among themselves, and brought from PyTorch's order of axes to ours.
 *
 * @throws EngineError `bad-config` that names the first tensor that does not fit
 */
export function fitWeights(
  network: Network,
  description: NetworkDescription,
  tensors: Named,
): ReadonlyMap<string, Float32Array> {
  const slots = slotsOf(description);
  const ours = slots.flatMap(({ prefix, weights }) =>
    weights.map((weight) => ({ name: prefix + weight.name, weight })),
  );
  if (ours.every(({ name, weight }) => same(tensors.get(name)?.shape ?? [], weight.shape)))
    return new Map(ours.map(({ name }) => [name, tensors.get(name)?.values as Float32Array]));

  const fitted = new Map<string, Float32Array>();
  const orders = ordersOf(description);
  const modules = modulesOf(tensors);
  const left = { norm: modules.filter(isNorm), whole: modules.filter(isWhole) };
  for (const { layer, prefix, weights, norm } of slots) {
    const module = left[norm ? 'norm' : 'whole'].shift() ?? { name: '', tensors: new Map() };
    for (const weight of weights) {
      const { alias, tensor } = find(module, weight.name);
      const wanted = torchShape(weight);
      const name = module.name ? `${module.name}.${alias}` : alias;
      if (!tensor || !same(tensor.shape, wanted)) {
        const found = tensor?.shape ?? null;
        throw badConfig({ code: 'weights.unfit', network, layer: layer + 1, name, found, wanted });
      }
      fitted.set(prefix + weight.name, orders.apply(layer, weight, moved(weight, tensor.values)));
    }
  }
  const [more] = [...left.whole, ...left.norm];
  if (more) throw badConfig({ code: 'weights.more', network, name: more.name });
  return fitted;
}
