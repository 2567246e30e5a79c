/** What G is asked for, from what is kept. */
import { between, mixed, type Prior } from '../../core/latent.ts';
import type { Asked } from '../../protocol/index.ts';
import type { Kept } from '../stage/kept.ts';

/** Shares of classes, [classes]. */
const sharesOf = (points: readonly Kept[], weights: readonly number[], classes: number): Float32Array<ArrayBuffer> => {
  const shares = new Float32Array(classes);
  // Beyond the corners weights are negative; of a class there is no less than nothing.
  const positive = weights.map((weight) => Math.max(0, weight));
  const total = positive.reduce((sum, weight) => sum + weight, 0);
  for (const [k, { label }] of points.entries())
    if (label !== null) shares[label] = (shares[label] as number) + (positive[k] as number) / total;
  return shares;
};

export const joined = (parts: readonly Float32Array[]): Float32Array<ArrayBuffer> => {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** One place after the other, with shares of classes where G is told any. */
const together = (places: readonly { z: Float32Array; shares: Float32Array }[], classes: number): Asked => ({
  z: joined(places.map(({ z }) => z)),
  classes: classes > 0 ? { kind: 'mixed', shares: joined(places.map(({ shares }) => shares)) } : null,
});

/** The place so far along the way through all that are kept: `far` from 0 to their number less one. */
function along(prior: Prior, kept: readonly Kept[], far: number, classes: number) {
  const leg = Math.min(Math.floor(far), kept.length - 2);
  const [from, to] = [kept[leg], kept[leg + 1]] as [Kept, Kept];
  const t = far - leg;
  return { z: between(prior, from.z, to.z, t), shares: sharesOf([from, to], [1 - t, t], classes) };
}

export const onTheWay = (prior: Prior, kept: readonly Kept[], fars: readonly number[], classes: number): Asked =>
  together(
    fars.map((far) => along(prior, kept, far, classes)),
    classes,
  );

/** A place in the plane through three. */
export const inPlane = (prior: Prior, corners: readonly Kept[], weights: readonly number[], classes: number): Asked =>
  together(
    [
      {
        z: mixed(
          prior,
          corners.map(({ z }) => z),
          weights,
        ),
        shares: sharesOf(corners, weights, classes),
      },
    ],
    classes,
  );

/** Some points, all of one class where G is told any. */
export const ofClass = (points: readonly Float32Array[], label: number | null): Asked => ({
  z: joined(points),
  classes: label === null ? null : { kind: 'each', labels: new Int32Array(points.length).fill(label) },
});

/** The same z in every class. */
export const eachClass = (z: Float32Array, classes: number): Asked => ({
  z: joined(Array.from({ length: classes }, () => z)),
  classes: { kind: 'each', labels: Int32Array.from({ length: classes }, (_, k) => k) },
});

/** One z between two classes: `share` of the second. */
export function betweenClasses(
  z: Float32Array,
  [a, b]: readonly [number, number],
  share: number,
  classes: number,
): Asked {
  const shares = new Float32Array(classes);
  shares[a] = 1 - share;
  shares[b] = (shares[b] as number) + share;
  return { z: Float32Array.from(z), classes: { kind: 'mixed', shares } };
}
