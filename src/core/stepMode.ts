/** How the steps of a run are taken. */
export type StepMode =
  /** Operation by operation: as the recipe says it, for now or on this backend. */
  | { readonly kind: 'eager' }
  /** As a program. Jobs of a step, or dispatches; kernels among them that are JavaScript's, and bytes that programs share. */
  | { readonly kind: 'compiled'; readonly jobs: number; readonly borrowed: number; readonly bytes: number }
  /** Operation by operation, because such a step cannot be compiled: in a programmer's words. */
  | { readonly kind: 'refused'; readonly why: string };
