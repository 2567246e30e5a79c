/** So often has a module been fetched anew. */
let again = 0;

/** The address of the module that an error of `import()` says could not be fetched; browsers put it last. */
const addressIn = (thrown: unknown): string | null =>
  thrown instanceof Error ? (/https?:\/\/\S+\.js/.exec(thrown.message)?.[0] ?? null) : null;

/**
 * One thing of a module that is fetched when it is asked for.
 *
 * A browser may keep in mind that a module could not be fetched, until the page is loaded again. Under another
 * address it is another module, so it is asked for once more that way.
 *
 * @param fetch any module by its address; another in tests
 */
export const imported =
  <Module, Thing>(
    load: () => Promise<Module>,
    pick: (module: Module) => Thing,
    fetch = (address: string): Promise<unknown> => import(/* @vite-ignore */ address),
  ) =>
  async (): Promise<Thing> => {
    try {
      return pick(await load());
    } catch (thrown) {
      const address = addressIn(thrown);
      if (address === null) throw thrown;
      return pick((await fetch(`${address}?again=${++again}`)) as Module);
    }
  };
