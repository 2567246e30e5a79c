/**
 * How the built page is cut: a first bundle, which is all that comes before the page stands, and later parts, which are
 * whatever only a dynamic import reaches. Nobody keeps a list of either, so a part cannot be missing from one.
 */
import type { Plugin } from 'vite';

/** The size budgets tell parts by these names: see sizes.ts. */
type Part = 'page' | 'later' | 'worker' | 'worker-later' | 'export' | 'words';

const nameOf = (part: Part): string => `assets/${part}-[name]-[hash].js`;
const namesOf = (entry: Part, other: Part) => ({ entryFileNames: nameOf(entry), chunkFileNames: nameOf(other) });

/** What the bundler tells of a chunk before it is written. */
interface Named {
  readonly isDynamicEntry: boolean;
  readonly facadeModuleId?: string | null;
  readonly moduleIds: readonly string[];
}

/**
 * What the engine fetches on the way, as steps compiled, or when somebody asks for it, and what such parts share. Training
 * waits for backends alone.
 */
export const comesLater = ({ isDynamicEntry, facadeModuleId, moduleIds }: Named): boolean =>
  isDynamicEntry
    ? /[\\/](?:engine[\\/](?!backends[\\/])|replay[\\/])/.test(facadeModuleId ?? '')
    : moduleIds.some((id) => /[\\/]replay[\\/]/.test(id));

/** Texts of one language, which are fetched where somebody reads it. */
const isWords = ({ moduleIds }: { readonly moduleIds: readonly string[] }): boolean =>
  moduleIds.length > 0 && moduleIds.every((id) => id.includes('/src/i18n/'));

/** Names the parts of a worker by what it is for: it is made anew for each. */
export function workerParts(): Plugin {
  let part: Part = 'worker';
  return {
    name: 'worker-parts',
    options({ input }) {
      if (String(input).includes('/exporting/')) part = 'export';
    },
    outputOptions: (options) => ({
      ...options,
      // What it reaches by static imports in one piece, which compresses better than many.
      codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
      entryFileNames: nameOf(part),
      chunkFileNames: (chunk) =>
        nameOf(isWords(chunk) ? 'words' : part === 'worker' && comesLater(chunk) ? 'worker-later' : part),
    }),
  };
}

/** What of a built chunk is looked at. */
interface Chunk {
  readonly fileName: string;
  readonly isEntry: boolean;
  /** Names of the chunks that come with it. */
  readonly imports: readonly string[];
  readonly moduleIds: readonly string[];
}

/** Everything that comes with the entries, themselves included. */
export function firstBundle(chunks: readonly Chunk[]): readonly Chunk[] {
  const first = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A set's iterator also visits what is added on the way.
  for (const { imports } of first) for (const chunk of chunks) if (imports.includes(chunk.fileName)) first.add(chunk);
  return [...first];
}

/**
 * Keeps what an entry reaches by static imports in one piece, which compresses better than many.
 *
 * @throws Error (of the build) if a module that is fetched with `import()` comes with the first bundle all the same.
 */
export const lateParts = (): Plugin => ({
  name: 'late-parts',
  apply: 'build',
  // The worker's bundle has its own names, and cuts itself.
  applyToEnvironment: ({ name }) => name === 'client',
  config: () => ({
    build: {
      rolldownOptions: {
        output: {
          ...namesOf('page', 'later'),
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'] },
              // By far the largest of what comes later, and needed by several parts; with all that it needs itself.
              { name: 'recharts', test: /[\\/]node_modules[\\/]recharts[\\/]/ },
            ],
          },
        },
      },
    },
  }),
  generateBundle(_, bundle) {
    const first = firstBundle(Object.values(bundle).filter((part) => part.type === 'chunk'));
    const ids = new Set(first.flatMap(({ moduleIds }) => moduleIds));
    for (const id of ids) {
      const info = this.getModuleInfo(id);
      const [late] = info?.dynamicImporters ?? [];
      if (!late) continue;
      const early = info?.importers.find((importer) => ids.has(importer));
      this.error(`${late} means to fetch ${id} late, but it comes with the first bundle, because ${early} imports it.`);
    }
  },
});
