/**
 * One tfjs backend as a contender, in a process of its own: a JSON request on each line of the standard input, an
 * answer on each line of the standard output.
 *
 *     node scripts/run.js scripts/bench/node.ts BACKEND [option] [eager]
 */

import { createInterface } from 'node:readline';
import { deviceInEnglish, explain } from '../../src/i18n/problems/explain.ts';
import { nodeBackends } from './nodeBackends.ts';
import type { Failure, Greeting, Request } from './protocol.ts';
import { createRunner } from './runner.ts';

// Whatever libraries have to say must not come between the answers.
console.log = console.error;
const say = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`);
const failure = (thrown: unknown): Failure => ({ error: explain(thrown) });

const [, , name = '', option = '', mode = ''] = process.argv;
const start = nodeBackends[name];
if (!start) throw new Error(`There is no backend “${name}”.`);
try {
  const backend = await start(option);
  say({ device: deviceInEnglish(backend.device), software: backend.software } satisfies Greeting);
  const answer = createRunner(backend, mode !== 'eager');
  for await (const line of createInterface({ input: process.stdin })) {
    say(await answer(JSON.parse(line) as Request).catch(failure));
  }
} catch (thrown) {
  say(failure(thrown));
}
