/** Stand-ins for a worker and for the time, both in the hands of the test. */
import type { FromWorker, ToWorker } from '../../protocol/index.ts';
import type { WorkerPort } from '../link.ts';
import type { Clock } from '../watch.ts';

/** What was posted to the worker, and ways to let it speak and break. */
export function fakeWorker() {
  const posted: ToWorker[] = [];
  const listeners = new Map<string, (event: never) => void>();
  let terminated = false;
  const port = {
    postMessage: (message: ToWorker) => posted.push(message),
    addEventListener: (type: string, listener: (event: never) => void) => listeners.set(type, listener),
    terminate: () => {
      terminated = true;
    },
  } as unknown as WorkerPort;
  const fire = (type: string, event: object): void => listeners.get(type)?.(event as never);
  const say = (data: FromWorker): void => fire('message', { data });
  return {
    port,
    posted,
    say,
    beat: (allow = 0) => say({ kind: 'beat', allow }),
    throw: (message: string) => fire('error', { message, preventDefault: () => undefined }),
    garble: () => fire('messageerror', {}),
    isTerminated: () => terminated,
  };
}

/** Time that passes when the test says so, and timers that are served on the way. */
export function heldClock() {
  let now = 0;
  let hidden = false;
  const timers = new Set<{ readonly every: number; readonly callback: () => void; due: number }>();
  const clock: Clock = {
    now: () => now,
    every(milliseconds, callback) {
      const timer = { every: milliseconds, callback, due: now + milliseconds };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    isHidden: () => hidden,
  };
  return {
    clock,
    /** Lets time pass; timers are served when they are due. */
    pass(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        const next = [...timers].sort((a, b) => a.due - b.due)[0];
        if (!next || next.due > end) break;
        now = next.due;
        next.due += next.every;
        next.callback();
      }
      now = end;
    },
    /** The page sleeps or stands in a debugger: time passes and no timer is served until it is over. */
    sleep(milliseconds: number) {
      now += milliseconds;
      for (const timer of timers) timer.due = Math.max(timer.due, now);
    },
    hide(value: boolean) {
      hidden = value;
    },
    timers: () => timers.size,
  };
}
