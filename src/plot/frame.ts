import type { ValueScale } from './scale.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a chart's lines are drawn, in pixels from its upper left corner, and how they get there. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(step: number): number;
  y(value: number): number;
  /** The whole step at a place; the nearest end of the axis for one beside it. */
  stepAt(x: number): number;
}

/** Room for the marks of both axes. */
export const ROOM = { left: 48, right: 14, top: 7, bottom: 20 };

export function frameOf({ width, height }: Size, scale: ValueScale, lastStep: number): Frame {
  const [left, top] = [ROOM.left, ROOM.top];
  const right = Math.max(left + 1, width - ROOM.right);
  const bottom = Math.max(top + 1, height - ROOM.bottom);
  const steps = Math.max(1, lastStep);
  return {
    left,
    right,
    top,
    bottom,
    x: (step) => left + (step / steps) * (right - left),
    y: (value) => bottom - scale.place(value) * (bottom - top),
    stepAt: (x) => Math.round(steps * Math.min(1, Math.max(0, (x - left) / (right - left)))),
  };
}

/** Half the pixels that a number takes, about. */
export const halfWidth = (text: string): number => text.length * 3.3;

/** Marks are dropped that would touch another; the first and the last one stay. */
export function withoutTouching<Mark extends { readonly at: number }>(
  marks: readonly Mark[],
  distance: number,
): readonly Mark[] {
  const last = marks.at(-1);
  const kept: Mark[] = [];
  for (const mark of marks) {
    const others = mark === last ? [] : [kept.at(-1), kept.length > 0 ? last : undefined];
    if (others.every((other) => !other || Math.abs(mark.at - other.at) >= distance)) kept.push(mark);
  }
  return kept;
}
