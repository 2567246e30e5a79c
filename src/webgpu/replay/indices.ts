/** Arithmetic on places in WGSL, with shapes as constants. A place is that of a number among all of a tensor's. */
import { sizeOf } from '../../program/program.ts';

type Shape = readonly number[];

/** Gives an expression a name, so that it is computed once. */
export type Name = (code: string) => string;

const u32 = (value: number): string => `${value}u`;

export const times = (name: Name, code: string, factor: number): string => {
  if (factor === 0 || code === '0u') return '0u';
  return factor === 1 ? code : name(`${code} * ${u32(factor)}`);
};
export const over = (name: Name, code: string, divisor: number): string =>
  divisor === 1 || code === '0u' ? code : name(`${code} / ${u32(divisor)}`);
export const rest = (name: Name, code: string, divisor: number): string =>
  divisor === 1 || code === '0u' ? '0u' : name(`${code} % ${u32(divisor)}`);
export const plus = (name: Name, a: string, b: string): string => {
  if (a === '0u') return b;
  return b === '0u' ? a : name(`${a} + ${b}`);
};

const stridesOf = (shape: Shape): readonly number[] => shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));

/** The coordinates of a place, outermost first. */
export function coordinates(name: Name, place: string, shape: Shape): readonly string[] {
  const strides = stridesOf(shape);
  return shape.map((size, axis) => {
    const upTo = over(name, place, strides[axis] as number);
    const isOutermost = sizeOf(shape.slice(0, axis)) === 1;
    return size === 1 ? '0u' : isOutermost ? upTo : rest(name, upTo, size);
  });
}

/** The place of coordinates. */
export function placeAt(name: Name, at: readonly string[], shape: Shape): string {
  const strides = stridesOf(shape);
  return at.reduce((sum, one, axis) => plus(name, sum, times(name, one, strides[axis] as number)), '0u');
}

/** Neighbouring axes that are all broadcast, or all not, as one. */
function runs(from: Shape, to: Shape): readonly { readonly size: number; readonly kept: boolean }[] {
  const padded = [...Array<number>(from.length - to.length).fill(1), ...to];
  const merged: { size: number; kept: boolean }[] = [];
  for (const [axis, size] of from.entries()) {
    if (size === 1) continue;
    const kept = padded[axis] !== 1;
    const last = merged.at(-1);
    if (last?.kept === kept) last.size *= size;
    else merged.push({ size, kept });
  }
  return merged;
}

/** Where the number at a place of `from` is read in a tensor that is broadcast to it. */
export function broadcast(name: Name, place: string, from: Shape, to: Shape): string {
  if (sizeOf(to) === 1) return '0u';
  if (sizeOf(to) === sizeOf(from)) return place;
  const all = runs(from, to.slice(Math.max(0, to.length - from.length)));
  const at = coordinates(
    name,
    place,
    all.map(({ size }) => size),
  );
  const kept = all.map(({ size, kept }, i) => ({ size, at: at[i] as string, kept })).filter((run) => run.kept);
  return placeAt(
    name,
    kept.map((run) => run.at),
    kept.map(({ size }) => size),
  );
}
