/** Data: what is brought, and what is fetched again. */
import { type Context, type Handlers, NOTHING } from '../context.ts';

export const sets = ({ imports, library }: Context) =>
  ({
    import: async (request, signal) => ({ set: await imports.add(request, signal) }),
    fetchOriginal: async (request, signal) => ({ set: await imports.fetchOriginal(request, signal) }),
    fetchAddresses: async (request, signal) => ({ set: await imports.fetchAddresses(request, signal) }),
    addPoints: async (points) => ({ set: imports.addPoints(points) }),
    keepSet: async ({ data }) => ({ file: imports.file(data) }),
    returnSet: async ({ file }) => ({ set: await imports.takeBack(file) }),
    async retryData({ data }) {
      await library.retry(data);
      return NOTHING;
    },
  }) satisfies Partial<Handlers>;
