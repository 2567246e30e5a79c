/**
 * Time of a training step on our CPU backend and beside it on whatever else can take one: PyTorch, stock tfjs, a GPU.
 * Every recipe at several batch sizes, all in one run, in turns.
 */
import { writeFileSync } from 'node:fs';
import { CASE_NAMES } from './cases.ts';
import { deviceOf, PYTORCH, simdName, startContenders } from './contenders.ts';
import { benchGpu } from './gpu.ts';
import { describeMachine } from './machine.ts';
import { measureCases, type Size } from './measure.ts';
import { type BenchOptions, readOptions } from './options.ts';
import type { CaseName, Contender } from './protocol.ts';
import { type BenchResult, formatReport, formatTables } from './report.ts';

const REPORT = 'docs/benchmark.md';
const PROFILE_BATCH = 64;
const PROFILE_STEPS = 5;
/** Products show what the processor gives; plain JavaScript would only take long. */
const PRODUCTS_BY = /simd, Node|wasm|PyTorch/;

const SIZES = {
  whole: { width: 1, batches: [16, 64, 256], limits: { rounds: 5, sampleMs: 500, caseMs: 25_000, totalMs: 330_000 } },
  quick: { width: 0.1, batches: [16], limits: { rounds: 5, sampleMs: 50, caseMs: 1_500, totalMs: 15_000 } },
} as const satisfies Record<string, Size>;

const say = (message: string) => process.stderr.write(`${message}\n`);

async function measureAllProducts(contenders: readonly Contender[]): Promise<BenchResult['products']> {
  const products: Record<string, Readonly<Record<string, number>>> = {};
  for (const contender of contenders.filter(({ name }) => PRODUCTS_BY.test(name))) {
    say(`products on ${contender.name} …`);
    products[contender.name] = (await contender.ask({ ask: 'products' })).gigaflops;
  }
  return products;
}

async function profile(contender: Contender, name: CaseName, batch: number, width: number) {
  await contender.ask({ ask: 'open', name, batch, width });
  await contender.ask({ ask: 'steps', from: 0, count: 2 });
  return { name, batch, ...(await contender.ask({ ask: 'profile', count: PROFILE_STEPS })) };
}

async function bench(options: BenchOptions, command: string): Promise<BenchResult> {
  const machine = describeMachine();
  const size = options.quick ? SIZES.quick : SIZES.whole;
  const { all, chromium, end } = await startContenders(options, machine.cores);
  try {
    const present = all.filter((each) => 'ask' in each);
    const floorOf = simdName(machine.cores);
    const ours = all.find(({ name }) => name === floorOf);
    if (!ours || !('ask' in ours)) throw new Error(`The simd backend did not start: ${ours?.why}.`);

    const cases = await measureCases(all, size, say);
    const products = await measureAllProducts(options.quick ? [ours] : present);
    say('profiles …');
    const profiles: BenchResult['profiles'][number][] = [];
    const profileBatch = Math.min(PROFILE_BATCH, Math.max(...size.batches));
    for (const name of CASE_NAMES) profiles.push(await profile(ours, name, profileBatch, size.width));

    return {
      command,
      date: new Date().toISOString().slice(0, 10),
      machine,
      width: size.width,
      devices: {
        ...Object.fromEntries(present.map((each) => [each.name, deviceOf(each)])),
        ...(chromium && { Chromium: chromium }),
      },
      reference: present.some(({ name }) => name === PYTORCH) ? PYTORCH : floorOf,
      cases,
      products,
      peak: Math.max(...Object.values(products[floorOf] ?? {})),
      floorOf,
      profiles,
    };
  } finally {
    await end();
  }
}

const args = process.argv.slice(2);
const options = readOptions(args);
if (options.gpu) await benchGpu(options.software);
else {
  const began = performance.now();
  const result = await bench(options, ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '));
  console.log(formatTables(result));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
  if (options.report) writeFileSync(REPORT, formatReport(result));
  say(`${Math.round((performance.now() - began) / 1000)} s`);
}
