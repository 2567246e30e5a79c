/** Tests of tfjs-core that are not run on `simd`: part of their full name, and why. */
export const excluded: readonly { readonly test: string; readonly reason: string }[] = [];
