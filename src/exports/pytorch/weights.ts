/** `weights.safetensors`: the run's networks and moments, in PyTorch's names and layouts. */
import type { SavedTensor, Snapshot } from '../../core/snapshot.ts';
import { encodeTensors } from '../../record/safetensors.ts';
import type { Facts } from './facts.ts';
import { writtenNetwork } from './model.ts';
import type { CarriedWeight } from './networks/network.ts';
import { savedMoments } from './optimisers.ts';

/** Which of our networks goes by which name, and is written as which. */
function networksOf({ plays, averagesG, averagesD }: Facts) {
  return [
    ...(plays ? [{ name: 'generator', network: 'generator' } as const] : []),
    { name: 'discriminator', network: 'discriminator' } as const,
    ...(averagesG ? [{ name: 'average', network: 'generator' } as const] : []),
    ...(averagesD ? [{ name: 'classifier', network: 'discriminator' } as const] : []),
  ];
}

function savedIn({ tensors }: Pick<Snapshot, 'tensors'>, name: string): SavedTensor {
  const saved = tensors.get(name);
  if (!saved) throw new Error(`The snapshot has no ${name}.`);
  return saved;
}

/** Weights in the order in which our optimisers count them, which is that of their layers. */
const trainableIn = (weights: readonly CarriedWeight[], snapshot: Pick<Snapshot, 'tensors'>, network: string) => {
  const places = new Map(weights.map((weight) => [`${network}.${weight.own}`, weight]));
  const ordered = [...snapshot.tensors.keys()].flatMap((name) => places.get(name) ?? []);
  return ordered.filter(({ trainable }) => trainable);
};

/** All tensors of the file by name. */
export function projectTensors(facts: Facts, snapshot: Pick<Snapshot, 'tensors'>): ReadonlyMap<string, SavedTensor> {
  const tensors = new Map<string, SavedTensor>();
  for (const { name, network } of networksOf(facts)) {
    const { weights } = writtenNetwork(facts, network);
    for (const { own, python, place } of weights)
      tensors.set(`${name}.${python}`, place(savedIn(snapshot, `${name}.${own}`)));
    if (name !== network) continue;
    for (const [index, { python, place }] of trainableIn(weights, snapshot, network).entries())
      for (const [moment, saved] of savedMoments(facts.plan.optimizers[network], snapshot, network, index))
        tensors.set(`moments.${network}.${python}.${moment}`, place(saved));
  }
  return tensors;
}

export const weightsFile = (facts: Facts, snapshot: Snapshot): Uint8Array<ArrayBuffer> =>
  encodeTensors({
    tensors: projectTensors(facts, snapshot),
    metadata: {
      step: String(snapshot.step),
      'generator updates': String(snapshot.updates.generator),
      'discriminator updates': String(snapshot.updates.discriminator),
    },
  });
