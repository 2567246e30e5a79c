/** Networks made by hand in place of a recipe's own: what is refused, and what deserves a word. */
import type { EditedNetworks } from '../core/config.ts';
import type { LayerSpec } from '../core/layers.ts';
import { parseLayers } from '../core/layerText.ts';
import {
  describeNetwork,
  type LayerDescription,
  NetworkError,
  type NetworkSpec,
  parametersOf,
  sizeOf,
} from '../core/network.ts';
import type { Caution } from '../core/problems/networks.ts';
import type { Plan } from './plan.ts';

/** What one network may be made of: a machine must survive whatever somebody types. */
export const NETWORK_LIMITS = {
  layers: 40,
  /** Trained weights. */
  parameters: 20_000_000,
  /** Numbers that the layers make of one batch: 400 MB. */
  values: 100_000_000,
  /** Multiplications for one batch, forwards. */
  products: 100_000_000_000,
} as const;

/** Each weight of a kernel meets each place of the image: of the input for a transposed convolution, else of the output. */
function productsOf(layer: LayerDescription): number {
  const { kind } = layer.spec;
  if (kind !== 'conv' && kind !== 'convTranspose') return parametersOf(layer);
  const [height = 1, width = 1] = kind === 'conv' ? layer.output : layer.input;
  return parametersOf(layer) * height * width;
}

/** The largest tensor of a layer, for one example. */
const valuesOf = ({ spec, output }: LayerDescription): number =>
  spec.kind === 'maxout' ? spec.units * spec.pieces : sizeOf(output);

/** For how many classes a layer and those of its branch are made; empty for layers that are not told the class. */
const classesOf = (spec: LayerSpec): readonly number[] => [
  ...('classes' in spec ? [spec.classes] : []),
  ...(spec.kind === 'labelBranch' ? spec.layers.flatMap(classesOf) : []),
];

function checkClasses({ layers }: NetworkSpec, classes: number): void {
  for (const [index, spec] of layers.entries()) {
    const wrong = classesOf(spec).find((n) => n !== classes);
    if (wrong === undefined) continue;
    throw new NetworkError(
      index,
      classes === 0 ? { code: 'layer.noClasses' } : { code: 'layer.otherClasses', asked: wrong, given: classes },
    );
  }
}

function checkSize(layers: readonly LayerDescription[], batch: number): void {
  let parameters = 0;
  let values = 0;
  let products = 0;
  for (const [index, layer] of layers.entries()) {
    if (!layer.output.every((n) => n >= 1 && Number.isInteger(n)))
      throw new NetworkError(index, { code: 'layer.output', output: layer.output });
    parameters += parametersOf(layer);
    values += batch * valuesOf(layer);
    products += batch * productsOf(layer);
    const { parameters: mostWeights, values: mostValues, products: mostProducts } = NETWORK_LIMITS;
    if (parameters > mostWeights)
      throw new NetworkError(index, { code: 'layer.weights', count: parameters, most: mostWeights });
    if (values > mostValues)
      throw new NetworkError(index, { code: 'layer.values', count: values, most: mostValues, batch });
    if (products > mostProducts)
      throw new NetworkError(index, { code: 'layer.products', count: products, most: mostProducts, batch });
  }
}

/**
 * The shapes and weights of a network that was made by hand.
 *
 * @throws NetworkError at a layer that does not fit, asks for a class that nobody tells it, or makes the network larger
 * than `NETWORK_LIMITS`.
 */
export function checkNetwork(network: NetworkSpec, { batch, classes }: Pick<Plan, 'batch' | 'classes'>) {
  const { layers } = network;
  if (layers.length === 0) throw new NetworkError(0, { code: 'layer.missing' });
  if (layers.length > NETWORK_LIMITS.layers)
    throw new NetworkError(NETWORK_LIMITS.layers, { code: 'layer.tooMany', most: NETWORK_LIMITS.layers });
  const description = describeNetwork(network);
  checkClasses(network, classes);
  checkSize(description.layers, batch);
  return description;
}

/**
 * The plan with these networks in place of the recipe's own.
 *
 * @throws NetworkError with the name of the network, where a text cannot be read or `checkNetwork` refuses it. Whether
 * the networks fit each other and the examples is for `unsound` to say.
 */
export function withNetworks(plan: Plan, edited: EditedNetworks): Plan {
  const edit = (name: 'G' | 'D', network: NetworkSpec, text: string | undefined): NetworkSpec => {
    if (!text) return network;
    try {
      const made = { ...network, layers: parseLayers(text) };
      checkNetwork(made, plan);
      return made;
    } catch (thrown) {
      if (thrown instanceof NetworkError) throw new NetworkError(thrown.layer, thrown.fault, name);
      throw thrown;
    }
  };
  const generator = edit('G', plan.generator, edited.generator);
  const discriminator = edit('D', plan.discriminator, edited.discriminator);
  return { ...plan, generator, discriminator };
}

const SQUASHING: ReadonlySet<LayerSpec['kind']> = new Set(['relu', 'leakyRelu', 'tanh', 'sigmoid']);

/** What one should know about networks that can be trained. */
export function networkCautions({ generator, discriminator, classes, examples }: Plan): readonly Caution[] {
  const found: Caution[] = [];
  if (examples.kind === 'image') {
    const { range } = examples;
    const activation = range === 'symmetric' ? 'tanh' : 'sigmoid';
    if (generator.layers.findLast(({ kind }) => kind !== 'reshape' && kind !== 'flatten')?.kind !== activation)
      found.push({ code: 'caution.range', range, activation });
  }
  if (SQUASHING.has(discriminator.layers.at(-1)?.kind ?? 'dense')) found.push({ code: 'caution.squashed' });
  for (const [network, { layers }] of [['G', generator] as const, ['D', discriminator] as const]) {
    if (classes > 0 && layers.flatMap(classesOf).length === 0) found.push({ code: 'caution.untold', network });
  }
  return found;
}
