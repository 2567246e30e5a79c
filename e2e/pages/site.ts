import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export interface Site {
  /** Ends with a slash. */
  readonly url: string;
  /** Paths below the folder that were asked for, with the answer's status, in order. */
  readonly log: readonly { readonly path: string; readonly status: number }[];
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Serves the built page as a plain static server does: under any folder, with or without isolation, and with faults. A
 * test needs it where the script of a worker's worker is concerned, which Playwright cannot intercept.
 *
 * @param refuses whether this request is answered with 404; `times` counts the requests for the path, from 1
 */
export async function serveBuilt({
  under = '/',
  isolated = true,
  refuses = () => false,
}: {
  readonly under?: string;
  readonly isolated?: boolean;
  refuses?(path: string, times: number): boolean;
} = {}): Promise<Site> {
  const log: { path: string; status: number }[] = [];

  async function answer(pathname: string): Promise<{ status: number; type: string; body: Buffer | string }> {
    const missing = { status: 404, type: 'text/plain', body: 'Not found' };
    if (!pathname.startsWith(under)) return missing;
    const path = pathname.slice(under.length) || 'index.html';
    const times = log.filter((entry) => entry.path === path).length + 1;
    const body = refuses(path, times) ? null : await readFile(join('dist', normalize(path))).catch(() => null);
    log.push({ path, status: body ? 200 : 404 });
    return body ? { status: 200, type: TYPES[extname(path)] ?? 'application/octet-stream', body } : missing;
  }

  const server = createServer(({ url = '/' }, response) => {
    void answer(new URL(url, 'http://localhost').pathname).then(({ status, type, body }) => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...(isolated && ISOLATION) });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${under}`,
    log,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
