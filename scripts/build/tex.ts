/** Formulas as `gan/` writes them, in signs of one line, as TeX. */

/** Sign by sign; what is not among them is written as it stands. */
const SIGNS: Readonly<Record<string, string>> = {
  '−': '-',
  '²': '^{2}',
  '½': '\\tfrac{1}{2}',
  '∇': '\\nabla',
  ₓ: '_{x}',
  σ: '\\sigma',
  λ: '\\lambda',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  θ: '\\theta',
  η: '\\eta',
  '∼': '\\sim',
  '←': '\\leftarrow',
  '|': '\\mid',
  // A space between factors, which TeX would leave out.
  ' ': '\\,',
};

/** Words that are no products of letters. */
const WORDS: Readonly<Record<string, string>> = {
  max: '\\max',
  clip: '\\operatorname{clip}',
  Adam: '\\operatorname{Adam}',
  RMSProp: '\\operatorname{RMSProp}',
  N: '\\mathcal{N}',
  U: '\\mathcal{U}',
  I: '\\mathbf{I}',
  E: '\\mathrm{E}',
};

/** Around these TeX has spaces of its own, as behind names of functions. */
const SPACED = /\s*([−+∼←|])\s*/g;

/** @throws Error where a bar or a bracket has no other to close it */
export function texOf(formula: string): string {
  if (formula.split('‖').length % 2 === 0) throw new Error(`A bar stands alone in ${formula}`);
  let bars = 0;
  return (
    formula
      .replaceAll(SPACED, '$1')
      // Without a space a comma between two digits would be part of a number.
      .replaceAll(/, */g, ',\\,')
      .replaceAll(/_(\w)|(log) ?|[A-Za-z]{3,}|./gu, (part, index?: string, log?: string) => {
        if (index) return `_{${index}}`;
        if (log) return '\\log ';
        if (part === '‖') return bars++ % 2 === 0 ? '\\lVert ' : '\\rVert ';
        const worded = WORDS[part] ?? SIGNS[part];
        if (worded) return `${worded} `;
        if (/[A-Za-z]{3,}/.test(part)) throw new Error(`${part} is no word that formulas have, in ${formula}`);
        return part;
      })
  );
}
