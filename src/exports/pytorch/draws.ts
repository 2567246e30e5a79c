/** `draws.py`: all that is drawn at random for a step. */
import type { LatentSpec, PerturbationSpec } from '../../gan/plan.ts';
import type { Facts } from './facts.ts';
import { drawnByPenalty } from './losses.ts';
import { list, python } from './python.ts';

function latentOf({ size, distribution }: LatentSpec, count: string): string {
  const shape = `(${count}, ${size}), generator=RNG`;
  switch (distribution) {
    case 'normal':
      return `torch.randn(${shape})`;
    case 'uniform':
      return `(2 * torch.rand(${shape}) - 1)`;
    case 'unitUniform':
      return `torch.rand(${shape})`;
    default:
      return distribution satisfies never;
  }
}

/** Latent points in Python, [count, size]. */
export const latentText = ({ plan }: Facts, count: string, rng: string): string =>
  latentOf(plan.latent, count).replace('RNG', rng);

function noiseOf({ kind }: PerturbationSpec): string {
  switch (kind) {
    case 'gaussian':
      return 'torch.randn(shape, generator=self.rng)';
    case 'uniform':
      return '(2 * torch.rand(shape, generator=self.rng) - 1)';
    case 'positiveUniform':
      return 'torch.rand(shape, generator=self.rng) * torch.rand(shape, generator=self.rng)  # never negative (an erratum)';
    default:
      return kind satisfies never;
  }
}

const NOISE = (kind: string): string => {
  const [drawn, comment] = kind.split('  #');
  return python`
    def noise(self, like):
        """δ in its own units, for each number of a batch.${comment && ` It is${comment}.`}"""
        shape = (len(like) * self.processes, *like.shape[1:])
        return self.mine(${drawn}).to(self.device)
  `;
};

const SHARES = python`
  def shares(self, like):
      """ε ~ U(0, 1), one for each example."""
      shape = (len(like) * self.processes, *[1] * (like.dim() - 1))
      return self.mine(torch.rand(shape, generator=self.rng)).to(self.device)
`;

function real({ told, plan }: Facts): string {
  const { supervision } = plan;
  const places = 'places = self.mine(self.order.take(self.batch * self.processes, self.rng))';
  if (plan.examples.kind === 'points')
    return python`
      def real(self):
          """A batch of real points, [batch, 2]."""
          ${places}
          return self.examples[places].to(self.device)
    `;
  const position = supervision?.labelled === 'position';
  return python`
    def real(self):
        """A batch of real images${told && ', and their classes'}."""
        ${places}
        ${position && 'self.last = places'}
        images = prepare(self.examples[places]).to(self.device)
        return images${told && ', self.labels[places].to(self.device)'}
  `;
}

function labelled({ plan }: Facts): string | false {
  const { supervision } = plan;
  if (!supervision) return false;
  const places =
    supervision.labelled === 'position'
      ? 'places = self.last[: ceil(0.1 * len(self.last))]'
      : `places = self.pool[self.mine(self.labelled_order.take(${supervision.batch} * self.processes, self.rng))]`;
  const says =
    supervision.labelled === 'position'
      ? 'The first tenth of the last batch, whatever it holds (an erratum)'
      : 'Labelled examples';
  const { shift } = supervision;
  const by = `by = self.mine(torch.randint(-${shift}, ${shift + 1}, (len(places) * self.processes, 2), generator=self.rng))`;
  return python`
    def labelled(self):
        """${says}, with their classes."""
        ${places}
        images = prepare(self.examples[places])
        ${shift > 0 && [by, 'images = shifted(images, by)']}
        return images.to(self.device), self.labels[places].to(self.device)
  `;
}

const SHUFFLED = python`
  class Shuffled:
      """Places of examples, each once in every pass, in an order that is drawn anew for each."""

      def __init__(self, count):
          self.count, self.waiting = count, torch.empty(0, dtype=torch.long)

      def take(self, number, rng):
          while len(self.waiting) < number:
              self.waiting = torch.cat([self.waiting, torch.randperm(self.count, generator=rng)])
          taken, self.waiting = self.waiting[:number], self.waiting[number:]
          return taken
`;

/** Whether real examples come with their classes. */
export const hasLabels = ({ told, plan }: Facts): boolean => told || plan.supervision !== undefined;

export function drawsFile(facts: Facts): string {
  const { plan, told, plays } = facts;
  const { supervision } = plan;
  const pool = supervision?.labelled === 'pool';
  const drawn = drawnByPenalty(facts);
  const kept = list(
    '"rng": self.rng.get_state()',
    '"order": self.order.waiting',
    pool && '"labelled_order": self.labelled_order.waiting',
  );
  const shift = supervision && supervision.shift > 0;
  const labels = hasLabels(facts);
  const methods = [
    (plays || !pool) && real(facts),
    labelled(facts),
    plays &&
      python`
        def latent(self):
            """z, [batch, ${plan.latent.size}]"""
            return self.mine(${latentText(facts, 'self.batch * self.processes', 'self.rng')}).to(self.device)
      `,
    told &&
      python`
        def classes(self):
            """Which G is asked for, [batch]"""
            return self.mine(torch.randint(${plan.classes}, (self.batch * self.processes,), generator=self.rng)).to(self.device)
      `,
    plays && drawn.noise && NOISE(noiseOf(plan.gradientNorm.perturbation)),
    plays && drawn.shares && SHARES,
  ];
  return python`
    """All that is drawn at random."""
    ${supervision?.labelled === 'position' && 'from math import ceil\n'}
    import torch
    ${plan.examples.kind === 'image' && '\nfrom data import prepare'}
    ${shift && `from labelled import ${list(pool && 'labelled_pool', 'shifted')}`}
    ${!shift && pool && 'from labelled import labelled_pool'}


    ${SHUFFLED}


    class Draws:
        """Batches and random numbers, drawn for all processes together, of which each takes its part.

        So several processes do what one does with a batch as large as all of theirs.
        """

        def __init__(self, examples, ${labels && 'labels, '}batch, seed, device, rank=0, processes=1):
            self.examples, self.batch, self.device = examples, batch, device
            ${labels && 'self.labels = labels'}
            self.rank, self.processes = rank, processes
            self.rng = torch.Generator().manual_seed(seed)
            self.order = Shuffled(len(examples))
            ${pool && ['self.pool = torch.tensor(labelled_pool(labels))', 'self.labelled_order = Shuffled(len(self.pool))']}

        def mine(self, drawn):
            """Of what was drawn for all processes, this one's part."""
            size = len(drawn) // self.processes
            return drawn[self.rank * size : (self.rank + 1) * size]

        ${methods.filter(Boolean).join('\n\n')}

        def state_dict(self):
            return {${kept}}

        def load_state_dict(self, state):
            self.rng.set_state(state["rng"].cpu())
            self.order.waiting = state["order"].cpu()
            ${pool && 'self.labelled_order.waiting = state["labelled_order"].cpu()'}
  `;
}
