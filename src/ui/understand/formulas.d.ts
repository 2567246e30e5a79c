/** Made by the build: see scripts/build/formulas.ts. */
declare module 'virtual:formulas' {
  /** An element of MathML: its name, its attributes if it has any, and what is in it. */
  export type MathNode = readonly [tag: string, attributes: Readonly<Record<string, string>> | null, ...MathChild[]];
  export type MathChild = MathNode | string;
  /** Every formula of `gan/formulas.ts` by its text, line by line. */
  export const formulas: Readonly<Record<string, readonly (readonly MathChild[])[]>>;
}
