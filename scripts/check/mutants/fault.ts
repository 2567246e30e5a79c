/** A fault that somebody might plant in the sources: some test must turn red over it. */

export interface Fault {
  /** What is wrong with it, in a few words. */
  readonly name: string;
  /** A file of the sources, and in it the text that is replaced; it must be there exactly once. */
  readonly file: string;
  readonly text: string;
  readonly instead: string;
  /** The file of tests of which one must fail; of those with such a name, where the others take long. */
  readonly test: string;
  readonly named?: string;
}

/** Within a folder of the sources: [what is wrong, file, text, what stands there instead, tests, their names]. */
type Short = readonly [name: string, file: string, text: string, instead: string, test: string, named?: string];

/** Faults whose files, and whose tests, lie in a folder. */
export const faultsIn = (folder: string, all: readonly Short[]): readonly Fault[] =>
  all.map(([name, file, text, instead, test, named]) => ({
    name,
    file: `${folder}/${file}`,
    text,
    instead,
    test: `${folder}/${test}`,
    ...(named !== undefined && { named }),
  }));

/**
 * The file with the fault in it.
 *
 * @param source the text of the fault's file
 * @throws Error with a sentence that names the fault, if its text is not there exactly once
 */
export function planted(source: string, { name, file, text, instead }: Fault): string {
  const count = source.split(text).length - 1;
  if (count !== 1) {
    const found = count === 0 ? 'no longer there' : `there ${count} times`;
    throw new Error(`“${name}” cannot be planted: in ${file} the text “${text}” is ${found}.`);
  }
  return source.replace(text, () => instead);
}
