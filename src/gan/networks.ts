/** Networks made by hand in place of a recipe's own: what is refused, and what deserves a word. */
import type { EditedNetworks } from '../core/config.ts';
import type { LayerSpec } from '../core/layers.ts';
import { parseLayers } from '../core/layerText.ts';
import {
  describeNetwork,
  formatShape,
  type LayerDescription,
  NetworkError,
  type NetworkSpec,
  parametersOf,
  sizeOf,
} from '../core/network.ts';
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
      classes === 0
        ? 'it asks for the class, which networks of this recipe are not told.'
        : `it is made for ${wrong} classes, and the data has ${classes}.`,
    );
  }
}

const millions = (n: number): string => `${n < 1e21 ? Math.ceil(n / 1e6).toLocaleString('en') : 'endless'} million`;

function checkSize(layers: readonly LayerDescription[], batch: number): void {
  let parameters = 0;
  let values = 0;
  let products = 0;
  for (const [index, layer] of layers.entries()) {
    if (!layer.output.every((n) => n >= 1 && Number.isInteger(n)))
      throw new NetworkError(index, `it would come out as ${formatShape(layer.output)}.`);
    parameters += parametersOf(layer);
    values += batch * valuesOf(layer);
    products += batch * productsOf(layer);
    const refuse = (what: string, most: number) =>
      new NetworkError(index, `with it ${what}; at most ${millions(most)} are allowed.`);
    if (parameters > NETWORK_LIMITS.parameters)
      throw refuse(`the network has ${millions(parameters)} weights`, NETWORK_LIMITS.parameters);
    if (values > NETWORK_LIMITS.values)
      throw refuse(`the layers make ${millions(values)} numbers of a batch of ${batch}`, NETWORK_LIMITS.values);
    if (products > NETWORK_LIMITS.products)
      throw refuse(`a batch of ${batch} takes ${millions(products)} multiplications`, NETWORK_LIMITS.products);
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
  if (layers.length === 0) throw new NetworkError(0, 'it is missing: a network needs at least one layer.');
  if (layers.length > NETWORK_LIMITS.layers)
    throw new NetworkError(NETWORK_LIMITS.layers, `a network has at most ${NETWORK_LIMITS.layers} layers.`);
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
      if (thrown instanceof NetworkError) throw new NetworkError(thrown.layer, thrown.reason, name);
      throw thrown;
    }
  };
  const generator = edit('G', plan.generator, edited.generator);
  const discriminator = edit('D', plan.discriminator, edited.discriminator);
  return { ...plan, generator, discriminator };
}

const SQUASHING: ReadonlySet<LayerSpec['kind']> = new Set(['relu', 'leakyRelu', 'tanh', 'sigmoid']);

/** What one should know about networks that can be trained. */
export function networkCautions({ generator, discriminator, classes, examples }: Plan): readonly string[] {
  const found: string[] = [];
  if (examples.kind === 'image') {
    const [wanted, range] = examples.range === 'symmetric' ? ['tanh', '−1 to 1'] : ['sigmoid', '0 to 1'];
    if (generator.layers.findLast(({ kind }) => kind !== 'reshape' && kind !== 'flatten')?.kind !== wanted)
      found.push(`Pixels run from ${range}. G does not end in ${wanted}, so it can draw values that no pixel has.`);
  }
  if (SQUASHING.has(discriminator.layers.at(-1)?.kind ?? 'dense'))
    found.push('D ends in an activation. The losses expect its number as it is, and shape it themselves.');
  for (const [name, { layers }] of [['G', generator] as const, ['D', discriminator] as const]) {
    if (classes > 0 && layers.flatMap(classesOf).length === 0)
      found.push(`No layer of ${name} is told the class, so ${name} cannot heed it.`);
  }
  return found;
}
