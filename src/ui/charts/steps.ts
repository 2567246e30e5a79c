/** What Recharts knows of the marks on an axis, and of where the cursor is in another chart. */
type Marks = readonly { readonly value: number }[];

/**
 * Charts of one page share their cursor by the step, because their rows are not of the same steps.
 *
 * @returns the index of the row that is nearest
 */
export function nearestStep(
  marks: Marks,
  { activeLabel }: { readonly activeLabel?: string | number | undefined },
): number {
  const step = Number(activeLabel);
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, { value }] of marks.entries()) {
    const distance = Math.abs(value - step);
    if (distance < least) [nearest, least] = [i, distance];
  }
  return nearest;
}
