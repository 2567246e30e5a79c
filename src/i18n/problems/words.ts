import type { Coded } from '../../core/coded.ts';

/** The sentence for each code of a table. */
export type Words<Table> = { readonly [Code in keyof Table]: (params: Table[Code]) => string };

/** Whether the entry is of this table. */
export const isOf = <Table>(words: Words<Table>, entry: { readonly code: PropertyKey }): entry is Coded<Table> =>
  Object.hasOwn(words, entry.code);

/** The sentence for an entry of a table. */
export const say = <Table>(words: Words<Table>, entry: Coded<Table>): string =>
  // Its code and its parameters belong together, which the compiler cannot follow through the table.
  (words[entry.code] as (params: unknown) => string)(entry);
