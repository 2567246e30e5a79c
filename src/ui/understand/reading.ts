/** How a formula is read out. */
interface Spoken {
  /** Signs and their words; what is not among them is read as it stands. */
  readonly signs: Readonly<Record<string, string>>;
  norm(told: { readonly inside: string }): string;
}

/** A formula in words, for those who hear it. */
export function readAloud(formula: string, { signs, norm }: Spoken): string {
  const worded = (part: string): string =>
    [...part].map((sign) => (sign in signs ? ` ${signs[sign]} ` : sign)).join('');
  // Bars stand in pairs, so every second part is between two.
  const parts = formula
    .split('‖')
    .map((part, i) => (i % 2 === 1 ? ` ${norm({ inside: worded(part) })} ` : worded(part)));
  return parts.join('').replace(/\s+/g, ' ').replaceAll('( ', '(').replaceAll(' )', ')').trim();
}
