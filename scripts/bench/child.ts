/** A contender in a process of its own, spoken to in lines of JSON. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Absent, Answers, Contender, Failure, Greeting, Request } from './protocol.ts';

/** Long, because all start at once, and each reads the project's code first. */
const START_LIMIT_MS = 120_000;
const ANSWER_LIMIT_MS = 60_000;

/** Starts a process and waits for its greeting; a process that does not greet is absent, with its reason. */
async function startChild(
  name: string,
  [command, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Promise<Contender | Absent> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints = `${complaints}${text}`.slice(-2000);
  });
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(complaints.trim().split('\n').at(-1) || 'it ended'));
  });
  // A write to a process that has just ended is answered by `gone`.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  /** @throws Error with what the process says, or when it says nothing within the limit: it is then killed. */
  async function next<Answer>(limitMs: number): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new Error(`no answer within ${Math.round(limitMs / 1000)} s`));
      }, limitMs);
    });
    try {
      const line = await Promise.race([lines.next(), late]);
      if (line.done) throw new Error(await gone);
      const answer = JSON.parse(line.value) as Answer | Failure;
      if (answer !== null && typeof answer === 'object' && 'error' in answer) throw new Error(answer.error);
      return answer as Answer;
    } finally {
      clearTimeout(timer);
    }
  }

  try {
    const { device, software } = await next<Greeting>(START_LIMIT_MS);
    return {
      name,
      device,
      software,
      ask: <R extends Request>(request: R, limitMs = ANSWER_LIMIT_MS) => {
        child.stdin.write(`${JSON.stringify(request)}\n`);
        return next<Answers[R['ask']]>(limitMs);
      },
      async end() {
        child.kill();
        await gone;
      },
    };
  } catch (thrown) {
    child.kill();
    return { name, why: (thrown as Error).message };
  }
}

/** A tfjs backend under Node. */
export const startNode = (name: string, args: readonly string[], env?: Readonly<Record<string, string>>) =>
  startChild(name, [process.execPath, 'scripts/run.js', 'scripts/bench/node.ts', ...args], env);

/**
 * Threads of OpenMP that wait by spinning take the cores from those of a BLAS with threads of its own: on two cores with
 * OpenBLAS a step took two to three times as long. PyTorch is to be compared with at its best.
 */
const PYTORCH_ENV = { OMP_WAIT_POLICY: process.env.OMP_WAIT_POLICY ?? 'PASSIVE' };

/** PyTorch, in the first Python that has it. */
export async function startPyTorch(name: string, args: readonly string[]): Promise<Contender | Absent> {
  for (const python of ['python3', '/usr/bin/python3']) {
    const started = await startChild(name, [python, 'scripts/bench/step.py', ...args], PYTORCH_ENV);
    // Without Python or without PyTorch, the next one is tried.
    if ('ask' in started || !/No module named|ENOENT/.test(started.why)) return started;
  }
  return { name, why: 'no python3 with PyTorch here' };
}
