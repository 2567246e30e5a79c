import type { Browser, Page } from '@playwright/test';

/** One task on the page's main thread. */
export interface Task {
  /** Milliseconds from beginning to end. On a busy machine other programs run in between. */
  readonly elapsed: number;
  /** Milliseconds of processor time. */
  readonly busy: number;
}

/** The parts of Chromium's trace events that are read; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const MARK = 'tasks are watched';

/** Every task of the page's main thread while `work` is done. */
export async function tasksDuring(browser: Browser, page: Page, work: () => Promise<void>): Promise<readonly Task[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.evaluate((mark) => void performance.mark(mark), MARK);
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };

  // Of several processes, the page's is the one that set the mark.
  const process = traceEvents.find(({ name }) => name === MARK)?.pid;
  const main = traceEvents.find(({ pid, args }) => pid === process && args.name === 'CrRendererMain')?.tid;
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && pid === process && tid === main)
    .map(({ dur = 0, tdur = 0 }) => ({ elapsed: dur / 1000, busy: tdur / 1000 }));
}
