/** Optimisers with their settings, and their memory of earlier gradients in the names and units of PyTorch. */
import type { SavedTensor, Snapshot } from '../../core/snapshot.ts';
import type { OptimizerSpec, SgdSpec } from '../../gan/plan.ts';
import { changes, type Facts } from './facts.ts';
import { number, python } from './python.ts';

const descent = ({ rate, decay, floor, momentum: { from, to, over } }: SgdSpec): string =>
  `DecayingSGD(self.NETWORK.parameters(), lr=${number(rate)}, decay=${number(decay)}, floor=${number(floor)}, momentum=(${number(from)}, ${number(to)}), over=${number(over)})`;

function made(spec: OptimizerSpec): string {
  const rate = `self.NETWORK.parameters(), lr=${number(spec.rate)}`;
  switch (spec.kind) {
    case 'adam':
      return `torch.optim.Adam(${rate}, betas=(${number(spec.beta1)}, ${number(spec.beta2)}), eps=${number(spec.epsilon)})`;
    case 'rmsProp':
      return `torch.optim.RMSprop(${rate}, alpha=${number(spec.rho)}, eps=${number(spec.epsilon)})`;
    case 'sgd':
      if (changes(spec)) return descent(spec);
      return `torch.optim.SGD(${rate}${spec.momentum.from > 0 ? `, momentum=${number(spec.momentum.from)}` : ''})`;
    default:
      return spec satisfies never;
  }
}

/** The expression that makes the optimiser of a network. */
export const optimiserOf = ({ plan }: Facts, network: 'generator' | 'discriminator'): string =>
  made(plan.optimizers[network]).replace('NETWORK', network);

const decaying = (spec: OptimizerSpec): boolean => spec.kind === 'sgd' && changes(spec);

/** Networks that are trained. */
const trained = ({ plays }: Facts) =>
  plays ? (['generator', 'discriminator'] as const) : (['discriminator'] as const);

/** Whether the project has an optimiser of its own. */
export const hasOwnOptimiser = (facts: Facts): boolean =>
  trained(facts).some((network) => decaying(facts.plan.optimizers[network]));

/** PyTorch's keeps its velocity in units of gradients: with a rate that changes, that is another rule. */
export const optimisersFile = (): string => python`
  """Gradient descent that slows down."""
  import torch


  class DecayingSGD(torch.optim.Optimizer):
      """v ← μv − ηg, w ← w + v, where η and μ follow the number of updates (Mirza and Osindero 2014, section 4.1).

      Each update divides the rate by its decay, down to a floor; the momentum goes from one value to the other in a
      straight line over so many updates. torch.optim.SGD keeps v in units of gradients, which is another rule as soon
      as the rate changes.
      """

      def __init__(self, parameters, lr, decay, floor, momentum, over):
          super().__init__(parameters, dict(lr=lr, decay=decay, floor=floor, momentum=momentum, over=over, updates=0))

      @torch.no_grad()
      def step(self):
          for group in self.param_groups:
              rate = max(group["floor"], group["lr"] * group["decay"] ** -group["updates"])
              start, end = group["momentum"]
              momentum = start + (end - start) * min(1, group["updates"] / group["over"])
              for parameter in group["params"]:
                  velocity = self.state[parameter].setdefault("velocity", torch.zeros_like(parameter))
                  velocity.mul_(momentum).sub_(parameter.grad, alpha=rate)
                  parameter.add_(velocity)
              group["updates"] += 1
`;

/** A tensor of ours in an optimiser's memory, PyTorch's name for it, and its units. */
interface Moment {
  readonly own: string;
  readonly python: string;
  readonly scale?: number;
}

function momentsOf(spec: OptimizerSpec): readonly Moment[] {
  switch (spec.kind) {
    case 'adam':
      return [
        { own: 'first', python: 'exp_avg' },
        { own: 'second', python: 'exp_avg_sq' },
      ];
    case 'rmsProp':
      return [{ own: 'square', python: 'square_avg' }];
    case 'sgd':
      if (changes(spec)) return [{ own: 'velocity', python: 'velocity' }];
      // v = −η · buffer
      return spec.momentum.from > 0 ? [{ own: 'velocity', python: 'momentum_buffer', scale: -1 / spec.rate }] : [];
    default:
      return spec satisfies never;
  }
}

const scaled = ({ shape, values }: SavedTensor, scale = 1): SavedTensor => ({
  shape,
  values: scale === 1 ? values : values.map((value) => value * scale),
});

/** The memory that belongs to a network's trainable weight `index`, by PyTorch's names. */
export function savedMoments(
  { kind, ...rest }: OptimizerSpec,
  { tensors }: Pick<Snapshot, 'tensors'>,
  network: 'generator' | 'discriminator',
  index: number,
): readonly (readonly [python: string, tensor: SavedTensor])[] {
  return momentsOf({ kind, ...rest } as OptimizerSpec).flatMap(({ own, python, scale }) => {
    const saved = tensors.get(`${network}.${kind}.${index}.${own}`);
    return saved ? [[python, scaled(saved, scale)] as const] : [];
  });
}

/** The lines that put a network's memories back; see `restore` in the project's trainer. */
export function restoring({ plan }: Facts, network: 'generator' | 'discriminator'): readonly string[] {
  const spec = plan.optimizers[network];
  const optimiser = `self.optimiser_${network[0]}`;
  const updates = `int(about["${network} updates"])`;
  const names = momentsOf(spec).map(({ python }) => `"${python}"`);
  return [
    ...(names.length > 0
      ? [
          `restore(${optimiser}, self.${network}, under(tensors, "moments.${network}"), ${updates}, ${names.join(', ')})`,
        ]
      : []),
    ...(decaying(spec) ? [`${optimiser}.param_groups[0]["updates"] = ${updates}`] : []),
  ];
}
