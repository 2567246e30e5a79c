/**
 * tfjs's WebGPU backend under Node, on Dawn: the same steps as `npm run bench` on a machine with a GPU and a driver,
 * and whether it computes what the CPU backend computes.
 */
import { availableParallelism } from 'node:os';
import { worstDifference } from './agreement.ts';
import { CASE_NAMES, CASE_TITLES } from './cases.ts';
import { startNode, startPyTorch } from './child.ts';
import { deviceOf, simdName } from './contenders.ts';
import { measureCases, type Size } from './measure.ts';
import type { Contender } from './protocol.ts';
import { formatNumber, formatSteps, formatTable } from './report.ts';

/** An emulated GPU's driver may take so long to compile a step. */
const COMPILING_MS = 300_000;

/** Most that a loss, score or gradient norm may be off in the first steps, relatively. */
const TOLERANCE = 1e-3;

/** Debian's Chromium brings a Vulkan loader and SwiftShader, a driver that computes on the CPU. */
const CHROMIUM = '/usr/lib/chromium';
const SOFTWARE_ENV = { VK_DRIVER_FILES: `${CHROMIUM}/vk_swiftshader_icd.json`, LD_LIBRARY_PATH: CHROMIUM };

const REAL: Size = {
  width: 1,
  batches: [16, 64, 256],
  limits: { rounds: 5, sampleMs: 500, caseMs: 20_000, totalMs: 300_000 },
};
/** Only to see it work: its times say nothing. */
const EMULATED: Size = {
  width: 0.1,
  batches: [4],
  limits: { rounds: 5, sampleMs: 1, caseMs: 10_000, totalMs: 60_000 },
};

async function check(simd: Contender, gpu: Contender, width: number): Promise<void> {
  for (const name of CASE_NAMES) {
    const { relative, scalar, step } = await worstDifference(simd, gpu, { name, batch: 8, width });
    const ok = relative <= TOLERANCE;
    const largest = `${relative.toExponential(1)} (${scalar}, step ${step + 1})`;
    console.log(`${ok ? 'agrees' : 'DIFFERS'}: ${name}, largest relative difference to simd in three steps ${largest}`);
    if (!ok) process.exitCode = 1;
  }
}

/** What a step asks of the device, one kernel after the other and compiled. */
async function countAsked(gpu: Contender, width: number): Promise<string> {
  const rows: string[][] = [];
  for (const name of CASE_NAMES) {
    await gpu.ask({ ask: 'open', name, batch: 4, width });
    const { eager, compiled } = await gpu.ask({ ask: 'asked' }, COMPILING_MS);
    await gpu.ask({ ask: 'close' });
    for (const [how, asked] of [
      ['one kernel after the other', eager],
      ['compiled', compiled],
    ] as const)
      if (asked)
        rows.push([
          CASE_TITLES[name],
          how,
          ...[asked.dispatches, asked.bindGroups, asked.buffers, asked.pipelines].map(String),
          ...[asked.writes, asked.bytes, asked.submissions].map(String),
          formatNumber(asked.milliseconds),
        ]);
  }
  const asked = ['dispatches', 'bind groups', 'buffers', 'pipelines', 'writes', 'bytes', 'submissions'];
  return `## What a step asks of the device\n\n${formatTable(['', 'taken', ...asked, 'ms of JavaScript'], rows)}`;
}

/**
 * Sets a failing exit status where there is no GPU to measure, or where it differs.
 *
 * @param software whether an adapter that is emulated on the CPU will do
 */
export async function benchGpu(software: boolean): Promise<void> {
  const cores = availableParallelism();
  const gpu = await startNode('WebGPU, Node', ['webgpu'], software ? SOFTWARE_ENV : {});
  if (!('ask' in gpu)) {
    console.error(`No WebGPU here: ${gpu.why}`);
    if (!software) console.error('--software tries SwiftShader, which comes with Chromium on Debian.');
    process.exitCode = 1;
    return;
  }
  console.log(`Adapter: ${deviceOf(gpu)}`);
  if (gpu.software && !software) {
    console.error('Not measured, because it is no GPU; --software measures it nevertheless.');
    process.exitCode = 1;
    await gpu.end();
    return;
  }
  const size = gpu.software ? EMULATED : REAL;
  const simd = await startNode(simdName(cores), ['simd', String(cores)]);
  const cuda = await startPyTorch('PyTorch, CUDA', ['cuda']);
  const contenders = [cuda, simd, gpu];
  try {
    if (!('ask' in simd)) throw new Error(`The simd backend did not start: ${simd.why}`);
    await check(simd, gpu, size.width);
    console.log(await countAsked(gpu, size.width));
    const cases = await measureCases(contenders, size, (progress) => process.stderr.write(`${progress}\n`));
    console.log(formatSteps(cases, 'ask' in cuda ? cuda.name : simd.name));
  } finally {
    for (const contender of contenders) if ('ask' in contender) await contender.end();
  }
}
