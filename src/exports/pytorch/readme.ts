/** `README.md` of a project. */
import type { OptimizerSpec } from '../../gan/plan.ts';
import { type Facts, has } from './facts.ts';
import { counted, filled, named, number } from './python.ts';
import { sourceOf } from './sets/index.ts';

function optimiserIn(spec: OptimizerSpec): string {
  switch (spec.kind) {
    case 'adam':
      return `Adam, rate ${number(spec.rate)}, β₁ ${number(spec.beta1)}, β₂ ${number(spec.beta2)}`;
    case 'rmsProp':
      return `RMSProp, rate ${number(spec.rate)}, ρ ${number(spec.rho)}`;
    case 'sgd':
      return `gradient descent, rate ${number(spec.rate)}, momentum ${number(spec.momentum.from)}`;
    default:
      return spec satisfies never;
  }
}

/** What makes several processes another thing than one with a batch as large. */
function couplings(facts: Facts): readonly string[] {
  const { plan, plays, objective, matches, penalty } = facts;
  const networks = plays ? [plan.generator, plan.discriminator] : [plan.discriminator];
  const near = penalty?.tracesAtData === true;
  return [
    ...(networks.some((network) => has(network, 'batchNorm'))
      ? ['batch normalisation takes the statistics of each process’s own batch']
      : []),
    ...(networks.some((network) => has(network, 'dropout')) ? ['each process draws its own masks for dropout'] : []),
    ...(plays && objective.compare ? ['the objective compares with the mean of each process’s own batch'] : []),
    ...(plays && matches ? ['features are matched to the mean of each process’s own batch'] : []),
    ...(plays && near ? ['the penalty’s noise is in units of the deviation of each process’s own batch'] : []),
  ];
}

function together(facts: Facts): string {
  const found = couplings(facts);
  const { batch } = facts.plan;
  const alike = `Two processes with batches of ${batch} do what one does with \`--batch ${2 * batch}\``;
  if (found.length === 0) return `${alike}: no example touches another here.`;
  return `Each process has a batch of its own, and their gradients are averaged. That is not quite one process with a batch as
large as all of theirs, because ${found.join('; and because ')}.`;
}

const FILES: Readonly<Record<string, string>> = {
  'model.py': 'the networks',
  'losses.py': 'what they minimise',
  'trainer.py': 'one training step',
  'optimisers.py': 'gradient descent as the paper has it',
  'draws.py': 'batches and random numbers',
  'data.py': 'the data set',
  'labelled.py': 'labelled examples, and examinations',
  'philox.py': 'the random numbers by which labels were chosen',
  'train.py': 'the loop',
  'sample.py': 'samples as a picture',
  'png.py': 'writes it',
  'weights.py': 'reads weights.safetensors',
  'weights.safetensors': 'both networks, and what the optimisers remember',
};

/** @param files names of the project's others */
export function readmeFile(facts: Facts, step: number, files: readonly string[]): string {
  const { recipe, data, plan, plays } = facts;
  const { authors, year, title, arxiv } = recipe.paper;
  const width = Math.max(...files.map((file) => file.length)) + 2;
  const table = files.filter((file) => file in FILES).map((file) => `    ${file.padEnd(width)}${FILES[file]}`);
  const { optimizers } = plan;
  const optimised = plays
    ? `G: ${optimiserIn(optimizers.generator)}. D: ${optimiserIn(optimizers.discriminator)}.`
    : `${optimiserIn(optimizers.discriminator)}.`;
  return filled(`# ${named(recipe.name)} on ${named(data.name)}

${authors} ${year}: *${title}*, [arXiv ${arxiv}](https://arxiv.org/abs/${arxiv}).

A training run of the GAN playground as a PyTorch project, after ${counted(step, 'step')}. It goes on from there: with the same weights,
and with what the optimisers remember of earlier gradients. Random numbers are PyTorch’s own, so the next examples are
others than in the playground.

## Start

    pip install -r requirements.txt
    python train.py${plays ? '\n    python sample.py --from out/checkpoint.pt' : ''}

\`python train.py --help\` tells the options: \`--from-scratch\` begins anew, \`--resume\` goes on from the last checkpoint.
Checkpoints${plays ? ' and pictures' : ''} are in \`out\`.

Batches of ${plan.batch}. ${optimised}

## Data

${sourceOf(data).says}

## Several processes

    torchrun --nproc_per_node 2 train.py

uses as many GPUs, or as many processes on the CPU with \`--device cpu\`. ${together(facts)}

## Files

${table.join('\n')}
`);
}
