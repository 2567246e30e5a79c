/** One tfjs backend as a contender, in a browser's worker: where the page's own training runs. See chromium.ts. */

import type { BackendId } from '../../src/core/config.ts';
import { backendStarters } from '../../src/engine/headless.ts';
import { deviceInEnglish, explain } from '../../src/i18n/problems/explain.ts';
import type { Answers, Greeting, Request } from './protocol.ts';
import { createRunner } from './runner.ts';

export interface BrowserBench {
  start(id: BackendId): Promise<Greeting>;
  ask(request: Request): Promise<Answers[Request['ask']]>;
}

let answer: ReturnType<typeof createRunner> | null = null;

/** Only its message leaves the browser. */
const inWords = (thrown: unknown): never => {
  throw new Error(explain(thrown));
};

const bench: BrowserBench = {
  async start(id) {
    const backend = await backendStarters[id]().catch(inWords);
    answer = createRunner(backend);
    return { device: deviceInEnglish(backend.device), software: backend.software };
  },
  async ask(request) {
    if (!answer) throw new Error('No backend has been started.');
    return answer(request).catch(inWords);
  },
};
Object.assign(globalThis, { bench });
