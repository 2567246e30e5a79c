/** `model.py`: both networks, written out for this very plan. */
import type { LayerKind, Shape } from '../../core/layers.ts';
import type { NetworkSpec } from '../../core/network.ts';
import type { ExampleSpec, Plan } from '../../gan/plan.ts';
import { type Facts, has } from './facts.ts';
import type { Helper } from './networks/layers.ts';
import { type Names, partLines, type WrittenNetwork, writeNetwork } from './networks/network.ts';
import { channelsFirst } from './networks/order.ts';
import { filled, list, named, number, python } from './python.ts';

/** How the parts of D are called; its last layer apart where the features before it are matched. */
const namesOf = (facts: Facts, network: 'generator' | 'discriminator'): Names =>
  network === 'discriminator' && facts.matches ? { body: 'features', head: 'head' } : { body: 'layers' };

export const writtenNetwork = (facts: Facts, network: 'generator' | 'discriminator'): WrittenNetwork =>
  writeNetwork(facts.plan[network], namesOf(facts, network));

const KERNELS: readonly (readonly [string, ...LayerKind[]])[] = [
  ['nn.Linear', 'dense', 'maxout', 'projection'],
  ['nn.Conv2d', 'conv'],
  ['nn.ConvTranspose2d', 'convTranspose'],
];

const HELPERS: Readonly<Record<Helper, string>> = {
  Maxout: python`
    class Maxout(nn.Module):
        """Each unit is the largest of its pieces (Goodfellow et al. 2013, section 2): [n, features] -> [n, units]"""

        def __init__(self, features, units, pieces):
            super().__init__()
            self.units, self.pieces = units, pieces
            self.linear = nn.Linear(features, units * pieces)

        def forward(self, x):
            return self.linear(x).view(-1, self.units, self.pieces).max(2).values
  `,
  Projection: python`
    class Projection(nn.Module):
        """ψ(x) + ⟨x, V_y⟩, whether example and class belong together (Miyato and Koyama 2018, equation 5)"""

        def __init__(self, features, classes):
            super().__init__()
            self.linear = nn.Linear(features, 1)
            self.table = nn.Embedding(classes, features)

        def forward(self, x, labels):
            return self.linear(x) + (x * self.table(labels)).sum(1, keepdim=True)
  `,
  ChannelsLast: python`
    class ChannelsLast(nn.Module):
        """Another shape for the same numbers, counted with the channels last: [n, *shape], with channels first again"""

        def __init__(self, *shape):
            super().__init__()
            self.shape = shape

        def forward(self, x):
            return x.movedim(1, -1).reshape(-1, *self.shape).movedim(-1, 1)
  `,
};

/** How the networks begin where that is not PyTorch's own way. */
function initialisation({ generator, discriminator, supervision }: Plan): string | false {
  const networks = supervision?.baseline ? [discriminator] : [generator, discriminator];
  if (networks.every(({ init }) => init.kind === 'torch')) return false;
  const kinds = KERNELS.filter(([, ...kinds]) => networks.some((network) => has(network, ...kinds))).map(
    ([name]) => name,
  );
  return python`
    def initialise(network, deviation):
        """Kernels from N(0, deviation²), and no biases."""
        for module in network.modules():
            if isinstance(module, ${kinds.length === 1 ? kinds[0] : `(${kinds.join(', ')})`}):
                nn.init.normal_(module.weight, std=deviation)
                nn.init.zeros_(module.bias)
  `;
}

const begins = ({ init }: NetworkSpec): string | false =>
  init.kind === 'normal' && `initialise(self, ${number(init.std)})`;

/** The steps as a body that returns what the last one makes. */
const body = (steps: readonly string[]): readonly string[] =>
  steps.length === 0 ? ['return x'] : [...steps.slice(0, -1), (steps.at(-1) ?? '').replace(/^x = /, 'return ')];

const shapeOf = (shape: Shape): string => `[n, ${channelsFirst(shape).join(', ')}]`;

function valuesOf(examples: ExampleSpec): string {
  if (examples.kind === 'points') return 'points in the plane';
  return `images in ${examples.range === 'symmetric' ? '[−1, 1]' : '[0, 1]'}`;
}

function generatorClass(facts: Facts): string {
  const { plan, told } = facts;
  const { parts, steps } = writtenNetwork(facts, 'generator');
  const made =
    plan.examples.kind === 'points'
      ? '[n, 2]'
      : shapeOf([plan.examples.height, plan.examples.width, plan.examples.channels]);
  return python`
    class Generator(nn.Module):
        """z, [n, ${plan.latent.size}]${told && ', and classes, [n],'} -> ${valuesOf(plan.examples)}, ${made}"""

        def __init__(self):
            super().__init__()
            ${partLines(parts)}
            ${begins(plan.generator)}

        def forward(self, ${list('x', told && 'labels')}):
            ${body(steps)}
  `;
}

function discriminatorClass(facts: Facts): string {
  const { plan, told } = facts;
  const { parts, steps } = writtenNetwork(facts, 'discriminator');
  const { supervision } = plan;
  const says = supervision
    ? `logits of ${supervision.classes} classes and, behind them, of “fake”, [n, ${supervision.classes + 1}]`
    : 'how real they are, [n, 1]';
  return python`
    class Discriminator(nn.Module):
        """${valuesOf(plan.examples)}, ${shapeOf(plan.discriminator.input)}${told && ', and classes, [n],'} -> ${says}"""

        def __init__(self):
            super().__init__()
            ${partLines(parts)}
            ${begins(plan.discriminator)}

        def forward(self, ${list('x', told && 'labels')}):
            ${body(steps)}
  `;
}

/** Where a pass must leave the running statistics as they are. */
const STATISTICS = python`
  @contextmanager
  def statistics_kept(network):
      """Batch normalisation by the batch's own statistics, while the running ones stay as they are."""
      norms = [module for module in network.modules() if isinstance(module, nn.modules.batchnorm._BatchNorm)]
      for norm in norms:
          norm.track_running_stats = False
      yield
      for norm in norms:
          norm.track_running_stats = True
`;

export function modelFile(facts: Facts): string {
  const { recipe, plays, keeps, plan } = facts;
  const networks = plays ? (['generator', 'discriminator'] as const) : (['discriminator'] as const);
  const helpers = new Set(networks.flatMap((network) => [...writtenNetwork(facts, network).helpers]));
  const samples = facts.batchStatistics && plays && !plan.sampling.disturbsRunning;
  const keepsSome = keeps.generator || keeps.discriminator || samples;
  const branches = networks.some((network) => has(plan[network], 'labelBranch'));
  const joins = networks.some((network) => has(plan[network], 'labelBranch', 'labelEmbedding'));
  const { authors, year, title, arxiv } = recipe.paper;
  const classes = [
    ...[...helpers].toSorted().map((helper) => HELPERS[helper]),
    initialisation(plan),
    plays && generatorClass(facts),
    discriminatorClass(facts),
    keepsSome && STATISTICS,
  ];
  return python`
    """The networks of ${named(recipe.name)}.

    ${filled(`${authors} ${year}: ${title}, arXiv ${arxiv}.`)}
    """
    ${keepsSome && 'from contextlib import contextmanager\n'}
    ${joins && 'import torch'}
    from torch import nn
    ${branches && 'from torch.nn import functional as F'}


    ${classes.filter(Boolean).join('\n\n\n')}
  `;
}
