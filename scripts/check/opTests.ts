/**
 * Runs tfjs-core's own tests of its ops (Jasmine, shipped inside the npm package) on the `simd` backend. Prints each failure, what is excluded and why, and the counts, which also go to a report; the exit code is 1 if
 * any failed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import { registerSimdBackend } from '../../src/simd/register.ts';
import { readArguments } from '../options.ts';
import { excluded } from './opTestsExcluded.ts';

const { values } = readArguments({
  command: 'node scripts/run.js scripts/check/opTests.ts',
  about: 'Runs tfjs-core’s own tests of its ops.',
  options: {
    backend: { takes: 'ID', says: 'simd by default, or cpu' },
    grep: { takes: 'TEXT', says: 'only tests whose names have it' },
    plain: { says: 'without relaxed SIMD' },
  },
});
const { backend: backendName = 'simd', grep = '', plain = false } = values;

const require = createRequire(import.meta.url);
const jasmineCore = require('jasmine-core');
jasmineCore.installGlobals();
// tfjs's test helpers ask for Jasmine by a path that newer versions lack, only to set a time limit.
const helpers = 'jasmine-core/lib/jasmine-core/jasmine.js';
Object.assign(globalThis, { require: (name: string) => (name === helpers ? { core: () => ({}) } : require(name)) });
const env = jasmineCore.jasmine.getEnv();
// tfjs repeats names of suites and tests.
env.configure({ random: false, forbidDuplicateNames: false });

await registerSimdBackend({ threads: 2, relaxed: !plain, memoryLimit: 2 ** 28 });

const { setTestEnvs } = await import('@tensorflow/tfjs-core/dist/jasmine_util.js');
setTestEnvs([{ name: backendName, backendName, flags: {}, isDataSync: true }]);
const files = {
  ...import.meta.glob('/node_modules/@tensorflow/tfjs-core/dist/ops/**/*_test.js'),
  ...import.meta.glob('/node_modules/@tensorflow/tfjs-core/dist/{gradients,tensor,variable}_test.js'),
  ...import.meta.glob('/node_modules/@tensorflow/tfjs-core/dist/optimizers/*_test.js'),
};
for (const load of Object.values(files)) await load();

interface Result {
  readonly fullName: string;
  readonly status: string;
  readonly failedExpectations: readonly { readonly message: string }[];
}
const counts = { passed: 0, failed: 0, excluded: 0 };
const seen = new Set<string>();
const reasonFor = (name: string) => excluded.find(({ test }) => name.includes(test));
env.configure({
  specFilter: (spec: { getFullName(): string }) => spec.getFullName().includes(grep) && !reasonFor(spec.getFullName()),
});
env.addReporter({
  specDone({ fullName, status, failedExpectations }: Result) {
    const reason = reasonFor(fullName);
    if (reason) seen.add(reason.test);
    if (status === 'excluded') counts.excluded += reason ? 1 : 0;
    else if (status === 'passed') counts.passed++;
    else if (status === 'failed') {
      counts.failed++;
      console.log(
        `FAILED ${fullName}\n    ${failedExpectations.map(({ message }) => message.slice(0, 300)).join('\n    ')}`,
      );
    }
  },
});
await env.execute();

for (const { test, reason } of excluded)
  console.log(`excluded: ${test} (${reason})${seen.has(test) || grep ? '' : ' MATCHES NOTHING'}`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.excluded} excluded`);
mkdirSync('test-results/reports', { recursive: true });
writeFileSync(
  'test-results/reports/ops.json',
  JSON.stringify({ passed: counts.passed, failed: counts.failed, skipped: counts.excluded }),
);
if (counts.failed > 0) process.exitCode = 1;
