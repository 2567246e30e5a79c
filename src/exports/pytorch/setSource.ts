/** What a project says of a data set: one file beside this one for each set that we ship. */
export interface SetSource {
  /** The set's. */
  readonly id: string;
  /** Modules that the lines import, `import` lines of Python. */
  readonly imports: readonly string[];
  /**
   * Python that has `load(folder, test=False)`, which returns bytes [n, channels, height, width] and classes [n], or
   * `load(seed)`, which returns points [n, 2].
   */
  readonly python: string;
  /** For the README: where the data come from. */
  readonly says: string;
}
