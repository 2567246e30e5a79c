import type { ParamValue } from './params.ts';

/** Something that was done to a run, or found about it, after this step. */
export type RunEvent = { readonly step: number } & (
  | { readonly kind: 'set'; readonly name: string; readonly value: ParamValue }
  | { readonly kind: 'pause' }
  | { readonly kind: 'found'; readonly rule: string }
);
