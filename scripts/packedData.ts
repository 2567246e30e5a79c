/** The packed data under Node: `fetch` over files. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const dataBase = pathToFileURL(`${process.cwd()}/public/data/`);

export const fetchFile: typeof fetch = async (input) => {
  const path = fileURLToPath(input instanceof Request ? input.url : input);
  try {
    return new Response(await readFile(path));
  } catch {
    return new Response(null, { status: 404 });
  }
};
