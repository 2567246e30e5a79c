/** Directions of z that G's own first layer tells apart most. */
import { badConfig } from '../../../core/errors.ts';
import type { LayerDescription } from '../../../core/network.ts';
import type { NamedWeight, Network } from '../../../gan/layers/network.ts';
import type { Matrix } from '../../../metrics/matrix.ts';
import { principalDirections } from '../../../metrics/principal.ts';
import type { Directions } from '../../../protocol/index.ts';
import { kernelOf } from '../../measure/inspection/layers.ts';
import type { Training } from '../../run/training.ts';

/** Whether a layer's kernel has a row for each component of z, which comes first in what goes in. */
const weighsEach = ({ spec, input }: LayerDescription, size: number): boolean => {
  if (spec.kind === 'dense' || spec.kind === 'maxout') return (input[0] as number) >= size;
  return spec.kind === 'convTranspose' && input[0] === 1 && input[1] === 1 && input[2] === size;
};

/** γ / √(σ² + ε) of each channel of a batch normalisation, read from its weights. */
async function scalesOf(
  training: Training,
  { weights, description }: Network,
  layer: number,
): Promise<Float32Array | null> {
  const spec = description.layers[layer]?.spec;
  if (spec?.kind !== 'batchNorm') return null;
  const { guard } = training.backend();
  const read = async (name: string): Promise<Float32Array> => {
    const found = weights.find((weight: NamedWeight) => weight.layer === layer && weight.name.endsWith(`.${name}`));
    if (!found) throw new Error(`Batch normalisation has no ${name}.`);
    return (await guard(found.variable.data<'float32'>())).slice();
  };
  const [scale, variance] = [await read('scale'), await read('runningVariance')];
  return scale.map((value, i) => value / Math.sqrt((variance[i] as number) + spec.epsilon));
}

/**
 * The first layer that weighs z, as a matrix [size, outputs]; with the batch normalisation right behind it, which
 * rescales every output, so that what is strong there is strong in what goes on.
 *
 * @throws EngineError `bad-config` where no layer weighs z component by component
 */
async function firstMap(training: Training): Promise<Matrix> {
  const { plan, generator, average } = training.trainer();
  const network = plan.sampling.weights === 'average' ? average : generator;
  const { size } = plan.latent;
  const layer = network.description.layers.findIndex((_, index) => kernelOf(network, index) !== undefined);
  const described = network.description.layers[layer];
  const kernel = kernelOf(network, layer);
  if (!described || !kernel || !weighsEach(described, size)) throw badConfig({ code: 'latent.noDirections' });

  const values = (await training.backend().guard(kernel.data<'float32'>())).slice();
  const scales = await scalesOf(training, network, layer + 1);
  const isConv = described.spec.kind === 'convTranspose';
  // Dense: [inputs, outputs], of which the first `size` rows are z's. Transposed convolution: [k, k, filters, size].
  const inputs = kernel.shape.at(isConv ? -1 : 0) as number;
  const columns = values.length / inputs;
  const channels = scales?.length ?? 1;
  const map = new Float64Array(size * columns);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < columns; j++) {
      const weight = values[isConv ? j * inputs + i : i * columns + j] as number;
      map[i * columns + j] = weight * (scales ? (scales[j % channels] as number) : 1);
    }
  return { rows: size, columns, values: map };
}

export async function directions(training: Training, count: number): Promise<Directions> {
  const step = training.step();
  const { vectors, shares } = principalDirections(await firstMap(training), count);
  return { step, vectors: vectors.map((vector) => Float32Array.from(vector)), shares };
}
