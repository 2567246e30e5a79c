/** `trainer.py`: both networks, their optimisers, and one training step. */

import { type Facts, remembers } from './facts.ts';
import { lossImports } from './losses.ts';
import { hasOwnOptimiser, optimiserOf, restoring } from './optimisers.ts';
import { list, named, python } from './python.ts';
import { stepMethods } from './updates.ts';

const UPDATE = python`
  def average_gradients(network):
      """The mean over all processes: together they take the step that one would take on all their examples.

      By hand, because DistributedDataParallel counts on one pass forwards and one backwards: here a network takes part
      in several passes of an update, some of them without gradients, some differentiated twice.
      """
      if not distributed.is_initialized():
          return
      gradients = [parameter.grad for parameter in network.parameters()]
      mean = torch.cat([gradient.flatten() for gradient in gradients])
      distributed.all_reduce(mean)
      mean /= distributed.get_world_size()
      for gradient, part in zip(gradients, mean.split([gradient.numel() for gradient in gradients])):
          gradient.copy_(part.view_as(gradient))


  def update(network, optimiser, loss):
      """One step down the gradient. Nothing is left in the other network, through which it may have come."""
      optimiser.zero_grad()
      loss.backward(inputs=list(network.parameters()))
      average_gradients(network)
      optimiser.step()
`;

const FOLLOW = python`
  @torch.no_grad()
  def follow(average, network, decay, updates):
      """The average keeps so much of itself; less in the first updates, so that it soon forgets where training began."""
      kept = min(decay, (1 + updates) / (10 + updates))
      for mean, value in zip(average.state_dict().values(), network.state_dict().values()):
          if mean.is_floating_point():
              mean.lerp_(value, 1 - kept)
`;

const RESTORE = python`
  def restore(optimiser, network, memory, updates, *names):
      """What the optimiser remembers of each weight."""
      for weight, parameter in network.named_parameters():
          state = {name: memory[f"{weight}.{name}"].to(parameter) for name in names}
          optimiser.state[parameter] = {"step": torch.tensor(float(updates)), **state}
`;

function makingOf(facts: Facts): string {
  const { plays, averagesG, averagesD } = facts;
  return python`
    def __init__(self, device):
        ${plays && 'self.generator = Generator().to(device)'}
        self.discriminator = Discriminator().to(device)
        ${plays && `self.optimiser_g = ${optimiserOf(facts, 'generator')}`}
        self.optimiser_d = ${optimiserOf(facts, 'discriminator')}
        ${averagesG && 'self.average = deepcopy(self.generator)  # a moving average, with which samples are drawn'}
        ${averagesD && 'self.classifier = deepcopy(self.discriminator)  # a moving average, which is examined'}
        self.step = 0
        ${averagesG && 'self.updates_g = 0'}
        ${averagesD && 'self.updates_d = 0'}
  `;
}

/** Everything that has a state of its own. */
const statesOf = ({ plays, averagesG, averagesD }: Facts): readonly string[] => [
  ...(plays ? ['generator', 'discriminator', 'optimiser_g', 'optimiser_d'] : ['discriminator', 'optimiser_d']),
  ...(averagesG ? ['average'] : []),
  ...(averagesD ? ['classifier'] : []),
];

function keeping(facts: Facts): string {
  const { plays, averagesG, averagesD } = facts;
  const parts = statesOf(facts).map((name) => `"${name}"`);
  const counts = ['step', ...(averagesG ? ['updates_g'] : []), ...(averagesD ? ['updates_d'] : [])];
  const networks = statesOf(facts).filter((name) => !name.startsWith('optimiser'));
  return python`
    def load_exported(self, path):
        """Goes on from what the playground has trained: weights, and what the optimisers remember."""
        tensors, about = load(path)
        for name in (${list(...networks.map((name) => `"${name}"`))}${networks.length === 1 && ','}):
            getattr(self, name).load_state_dict(under(tensors, name))
        ${plays && restoring(facts, 'generator')}
        ${restoring(facts, 'discriminator')}
        self.step = int(about["step"])
        ${averagesG && 'self.updates_g = int(about["generator updates"])'}
        ${averagesD && 'self.updates_d = int(about["discriminator updates"])'}

    def state_dict(self):
        counts = {${counts.map((name) => `"${name}": self.${name}`).join(', ')}}
        return {**counts, **{name: getattr(self, name).state_dict() for name in PARTS}}

    def load_state_dict(self, state):
        ${counts.map((name) => `self.${name} = state["${name}"]`)}
        for name in PARTS:
            getattr(self, name).load_state_dict(state[name])


    PARTS = (${parts.join(', ')})
  `;
}

export function trainerFile(facts: Facts): string {
  const { recipe, plays, averagesG, averagesD } = facts;
  const methods = stepMethods(facts);
  const averages = averagesG || averagesD;
  const fromModel = list('Discriminator', plays && 'Generator', /statistics_kept/.test(methods) && 'statistics_kept');
  const [inClass, parts] = keeping(facts).split(/\n\n\n(?=PARTS)/) as [string, string];
  return python`
    """One training step of ${named(recipe.name)}, and all that it changes."""
    ${averages && 'from copy import deepcopy\n'}
    import torch
    from torch import distributed

    from losses import ${lossImports(facts)}
    from model import ${fromModel}
    ${hasOwnOptimiser(facts) && 'from optimisers import DecayingSGD'}
    from weights import load, under

    ${parts}


    ${UPDATE}


    ${averages && [FOLLOW, '', '']}
    ${remembers(facts) && [RESTORE, '', '']}
    class Trainer:
        """${plays ? 'Both networks' : 'The classifier'} with what updates them."""

        ${makingOf(facts)}

        ${methods}

        ${inClass}
  `;
}
