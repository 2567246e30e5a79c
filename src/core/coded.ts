/**
 * What is said across the worker is a code with its parameters, as plain data; the sentence for it is in `i18n/`. A table
 * has the parameters of each code, `Coded` is one of its entries.
 */
export type Coded<Table> = { readonly [Code in keyof Table]: { readonly code: Code } & Table[Code] }[keyof Table];

/** A code that says it all. */
export type Bare = Readonly<Record<never, never>>;
