/** Contenders in Chromium: a production build of a page that holds nothing but a worker, one page for each backend. */
import { type Browser, chromium, type Worker } from 'playwright';
import { build, preview } from 'vite';
import type { BackendId } from '../../src/core/config.ts';
import { BROWSER_ARGS, findBrowser, SOFTWARE_GPU_ARGS } from '../check/browser.ts';
import type { BrowserBench } from './browser.ts';
import type { Absent, Answers, Contender, Greeting, Request } from './protocol.ts';

const OUT = 'node_modules/.cache/bench';
const PAGE = 'scripts/bench/page.html';
const PORT = 4176;
const START_LIMIT_MS = 60_000;
const ANSWER_LIMIT_MS = 60_000;

declare const bench: BrowserBench;

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${Math.round(limitMs / 1000)} s`)), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What was thrown in the browser, without Playwright's introduction and the stack. */
const messageOf = (thrown: unknown): string =>
  (thrown as Error).message.replace(/^worker\.evaluate: (\w*Error: )?/, '').split('\n')[0] ?? 'it failed';

async function startPage(browser: Browser, name: string, id: BackendId): Promise<Contender | Absent> {
  const page = await browser.newPage();
  try {
    const appears = page.waitForEvent('worker', { timeout: START_LIMIT_MS });
    await page.goto(`http://localhost:${PORT}/${PAGE}`);
    const worker: Worker = await appears;
    const { device, software }: Greeting = await within(
      START_LIMIT_MS,
      worker.evaluate(async (backend) => {
        // The worker exists before its modules have run.
        while (!('bench' in globalThis)) await new Promise((resolve) => setTimeout(resolve, 20));
        return bench.start(backend);
      }, id),
    );
    return {
      name,
      device,
      software,
      ask: async <R extends Request>(request: R, limitMs = ANSWER_LIMIT_MS) => {
        try {
          const answer = worker.evaluate((asked: Request) => bench.ask(asked), request);
          return (await within(limitMs, answer)) as Answers[R['ask']];
        } catch (thrown) {
          throw new Error(messageOf(thrown));
        }
      },
      end: () => page.close(),
    };
  } catch (thrown) {
    await page.close();
    return { name, why: messageOf(thrown) };
  }
}

export interface ChromiumContenders {
  readonly contenders: readonly (Contender | Absent)[];
  /** The browser's version; null without one. */
  readonly version: string | null;
  end(): Promise<void>;
}

/** A GPU interface that turns out to be emulated on the CPU takes part only when asked for. */
function unlessSoftware(started: Contender | Absent): Contender | Absent {
  if (!('ask' in started) || !started.software) return started;
  void started.end();
  return { name: started.name, why: `no GPU here, only ${started.device} (--software measures it)` };
}

/** Starts `simd`, WebGL and WebGPU in Chromium, as far as there is one. */
export async function startChromium(software: boolean): Promise<ChromiumContenders> {
  const backends: readonly (readonly [string, BackendId])[] = [
    ['simd, Chromium', 'simd'],
    ['WebGL, Chromium', 'webgl'],
    ['WebGPU, Chromium', 'webgpu'],
  ];
  const executablePath = findBrowser();
  if (!executablePath) {
    const contenders = backends.map(([name]) => ({ name, why: 'no Chrome or Chromium here' }));
    return { contenders, version: null, end: async () => undefined };
  }
  await build({
    logLevel: 'error',
    build: { outDir: OUT, emptyOutDir: true, copyPublicDir: false, rolldownOptions: { input: PAGE } },
  });
  const server = await preview({ build: { outDir: OUT }, preview: { port: PORT, strictPort: true } });
  const browser = await chromium.launch({
    executablePath,
    args: [...BROWSER_ARGS, ...(software ? SOFTWARE_GPU_ARGS : [])],
  });
  const contenders: (Contender | Absent)[] = [];
  for (const [name, id] of backends) {
    const started = await startPage(browser, name, id);
    contenders.push(software ? started : unlessSoftware(started));
  }
  return {
    contenders,
    version: browser.version(),
    async end() {
      await browser.close();
      await server.close();
    },
  };
}
