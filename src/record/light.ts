/**
 * Light checkpoints, for models that are fetched: half precision, and without what a training can do without. The
 * optimisers' memories begin anew, at zero; so do moving averages, at the weights of their networks.
 */
import * as v from 'valibot';
import type { SavedTensor, Snapshot } from '../core/snapshot.ts';

type Tensors = Snapshot['tensors'];

/** Moving averages by the first word of their tensors' names, and of which network each is. */
const NETWORKS = { average: 'generator', classifier: 'discriminator' } as const;
type Average = keyof typeof NETWORKS;
const AVERAGES: readonly Average[] = ['average', 'classifier'];

/** Of the averages that begin anew. */
export const averagesSchema = v.array(v.picklist(AVERAGES));

/** A weight is named by its layer's number; what an optimiser remembers is not. */
const WEIGHT = /^(generator|discriminator)\.\d/;

const has = (tensors: Tensors, average: Average): boolean =>
  [...tensors.keys()].some((name) => name.startsWith(`${average}.`));

/** The name of the same weight in another network. */
const renamed = (name: string, to: string): string => to + name.slice(name.indexOf('.'));

/**
 * @param standIn averages whose values the weights of their networks are to have; they must be there
 * @returns the snapshot without moments and averages, and which averages those are
 */
export function lighten(
  snapshot: Snapshot,
  standIn: readonly Average[],
): { readonly snapshot: Snapshot; readonly averages: readonly Average[] } {
  const { tensors, updates } = snapshot;
  const from = new Map<string, Average>(standIn.map((average) => [NETWORKS[average], average]));
  const light = new Map<string, SavedTensor>();
  for (const name of tensors.keys()) {
    if (!WEIGHT.test(name)) continue;
    const average = from.get(name.slice(0, name.indexOf('.')));
    const source = average ? renamed(name, average) : name;
    const tensor = tensors.get(source);
    if (!tensor) throw new Error(`The snapshot has no ${source}.`);
    light.set(name, tensor);
  }
  return {
    snapshot: { ...snapshot, tensors: light, begun: updates },
    averages: AVERAGES.filter((average) => has(tensors, average)),
  };
}

/** With these averages again, each where its network is. */
export function withAverages(tensors: Tensors, averages: readonly Average[]): Tensors {
  const whole = new Map(tensors);
  for (const average of averages)
    for (const [name, tensor] of tensors)
      if (name.startsWith(`${NETWORKS[average]}.`)) whole.set(renamed(name, average), tensor);
  return whole;
}
