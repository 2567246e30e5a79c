/** How often each class (row) was taken for each class (column). */
export function confusionMatrix(wanted: Int32Array, found: Int32Array, classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const [i, label] of wanted.entries()) {
    const row = counts[label] as number[];
    const column = found[i] as number;
    row[column] = (row[column] as number) + 1;
  }
  return counts;
}
