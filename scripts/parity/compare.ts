/** How far two results lie apart. */
import { initialState, openStream } from '../../src/core/random.ts';
import type { Tensors } from './ours.ts';

/** Every tensor agrees within this, relative to its norm. */
export const TOLERANCE = 1e-4;
/**
 * Some gradients are zero by nature, such as that of a bias before batch normalisation. At double precision they
 * are below this share of their network's whole gradient, …
 */
export const ZERO = 1e-10;
/** … and are measured by this share of it, because sums that cancel leave more of the rounding at single precision. */
const ZERO_SCALE = 1e-2;
/** Others are never measured by less than this share. */
const LEAST_SCALE = 1e-3;
/** Losses and scores are of the order of 1; a mean near zero has lost digits on its way. */
export const LEAST_SCALAR = 1e-2;
const PROJECTIONS = 2;

export interface Difference {
  readonly tensor: string;
  readonly relative: number;
}

/** A tensor by its norm and its products with a few random directions; a scalar by itself. */
export type Digest = readonly number[];

export const normOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) ** 2;
  return Math.sqrt(sum);
};

export function digestOf(values: ArrayLike<number>): Digest {
  if (values.length === 1) return [values[0] as number];
  const stream = openStream(initialState(values.length, 'projections'));
  const projections = Array.from({ length: PROJECTIONS }, () => {
    const direction = stream.normal(new Float32Array(values.length));
    return direction.reduce((sum, along, i) => sum + along * (values[i] as number), 0);
  });
  return [normOf(values), ...projections];
}

/** `update 0, discriminator` for its gradients, and the tensor's own name for what stands by itself. */
const familyOf = (name: string): string => (name.startsWith('update') ? (name.split('.')[0] as string) : name);

/** The size by which each tensor's error is measured. */
export function scalesOf(norms: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const families = new Map<string, number>();
  for (const [name, norm] of norms) families.set(familyOf(name), Math.hypot(families.get(familyOf(name)) ?? 0, norm));
  const scaleOf = (name: string, norm: number): number => {
    if (!/^(update|after)/.test(name)) return Math.max(norm, LEAST_SCALAR);
    const family = families.get(familyOf(name)) ?? 0;
    const least = (norm > ZERO * family ? LEAST_SCALE : ZERO_SCALE) * family;
    return Math.max(norm, least, Number.MIN_VALUE);
  };
  return new Map([...norms].map(([name, norm]) => [name, scaleOf(name, norm)]));
}

const normsOf = (tensors: Tensors): ReadonlyMap<string, number> =>
  new Map([...tensors].map(([name, values]) => [name, normOf(values)]));

/** ‖ours − reference‖ / ‖reference‖ for each tensor; infinite for one that only one of them has. */
export function differences(ours: Tensors, reference: Tensors): Difference[] {
  const scales = scalesOf(normsOf(reference));
  const names = new Set([...ours.keys(), ...reference.keys()]);
  return [...names].map((tensor) => {
    const [a, b] = [ours.get(tensor), reference.get(tensor)];
    if (!a || !b || a.length !== b.length) return { tensor, relative: Number.POSITIVE_INFINITY };
    const distance = normOf(Float64Array.from({ length: a.length }, (_, i) => (a[i] as number) - (b[i] as number)));
    return { tensor, relative: distance / (scales.get(tensor) as number) };
  });
}

export const worstOf = (found: readonly Difference[]): Difference =>
  found.reduce((worst, each) => (each.relative <= worst.relative ? worst : each));
