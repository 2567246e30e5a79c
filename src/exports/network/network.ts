/** A network of a run as it is taken along: its layers, its weights, and what there is to say of both. */
import { badConfig } from '../../core/errors.ts';
import { formatLayers } from '../../core/layerText.ts';
import { describeNetwork, formatShape, type NetworkDescription, type Shape } from '../../core/network.ts';
import type { SavedTensor, Snapshot } from '../../core/snapshot.ts';
import type { ExampleSpec, Plan } from '../../gan/plan.ts';
import type { ExportSource } from '../exporter.ts';

export type Part = 'generator' | 'discriminator';

export interface ExportedNetwork {
  readonly part: Part;
  readonly description: NetworkDescription;
  /** By layer, kind and name, `0.dense.kernel`, in the order of the layers. */
  readonly weights: ReadonlyMap<string, SavedTensor>;
  /** Which statistics batch normalisation uses. */
  readonly statistics: 'running' | 'batch';
  /** What goes in, [N, …shape], beside the class, and what comes out. */
  readonly input: { readonly name: string; readonly shape: Shape };
  readonly output: { readonly name: string; readonly shape: Shape };
  /** What a reader of the file has to know, in words of the format: no sentences. */
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Those of a network whose tensors have this prefix in the snapshot.
 *
 * @throws EngineError `bad-config` where the snapshot is of other networks
 */
function weightsOf({ layers }: NetworkDescription, { tensors }: Snapshot, prefix: string) {
  const weights = new Map<string, SavedTensor>();
  for (const [index, { spec, weights: wanted }] of layers.entries()) {
    for (const { name, shape } of wanted) {
      const own = `${index}.${spec.kind}.${name}`;
      const found = tensors.get(`${prefix}.${own}`);
      if (!found || formatShape(found.shape) !== formatShape(shape)) {
        const fault = { name: `${prefix}.${own}`, found: found?.shape ?? null, wanted: shape };
        throw badConfig({ code: 'snapshot.unfit', ...fault });
      }
      weights.set(own, found);
    }
  }
  return weights;
}

/** What the values of an example mean. */
function rangeOf(examples: ExampleSpec): string {
  switch (examples.kind) {
    case 'image':
      return examples.range === 'symmetric' ? '-1 to 1' : '0 to 1';
    case 'points':
      return 'x and y';
    default:
      return examples satisfies never;
  }
}

const LATENT = { normal: 'N(0, 1)', uniform: 'U(-1, 1)', unitUniform: 'U(0, 1)' } as const;
const written = (name: string, shape: Shape): string => `${name} [N, ${shape.join(', ')}]`;

function endsOf(part: Part, plan: Plan, description: NetworkDescription) {
  const examples = plan.examples.kind === 'image' ? 'images' : 'points';
  const shape = { input: plan[part].input, output: description.output };
  switch (part) {
    case 'generator':
      return {
        input: { name: 'z', shape: shape.input, of: LATENT[plan.latent.distribution] },
        output: { name: examples, shape: shape.output, of: rangeOf(plan.examples) },
      };
    case 'discriminator':
      return {
        input: { name: examples, shape: shape.input, of: rangeOf(plan.examples) },
        // Before any sigmoid.
        output: { name: 'logits', shape: shape.output, of: 'unbounded' },
      };
    default:
      return part satisfies never;
  }
}

/**
 * G the way the plan says that samples are drawn, or D as it is trained, with its running statistics.
 *
 * @throws EngineError `bad-config` where the checkpoint is of other networks
 */
export function networkOf({ plan, config, snapshot, step }: ExportSource, part: Part): ExportedNetwork {
  const { sampling } = plan;
  const weights = part === 'generator' ? sampling.weights : 'current';
  const statistics = part === 'generator' ? sampling.statistics : 'running';
  const description = describeNetwork(plan[part]);
  const { input, output } = endsOf(part, plan, description);
  return {
    part,
    description,
    weights: weightsOf(description, snapshot, weights === 'average' ? 'average' : part),
    statistics,
    input,
    output,
    facts: {
      network: part,
      recipe: config.recipe,
      data: config.data,
      seed: String(config.seed),
      step: String(step),
      weights: weights === 'average' ? 'moving average' : 'current',
      batchNorm: `${statistics} statistics`,
      layers: formatLayers(plan[part].layers),
      input: `${written(input.name, input.shape)}: ${input.of}`,
      output: `${written(output.name, output.shape)}: ${output.of}`,
      classes: String(plan.classes),
    },
  };
}
