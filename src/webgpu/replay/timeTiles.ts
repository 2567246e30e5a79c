/** Families of tiles, timed on a device by the very code that steps are compiled to. */
import type { Program } from '../../program/program.ts';
import { quickestOf, type Round, type TimeFamily, timeRounds } from './chooseTiles.ts';
import { compile } from './compile.ts';
import { FAMILIES, type Family } from './families.ts';
import { writeProgram } from './written.ts';

/** A product that families are tried with. */
export interface Sample {
  readonly rows: number;
  readonly depth: number;
  readonly columns: number;
}

/** A dense layer of a batch, which has few tiles, and a convolution, which has many rows. Both are about as much work. */
const SAMPLES: readonly Sample[] = [
  { rows: 64, depth: 1024, columns: 1024 },
  { rows: 8192, depth: 256, columns: 64 },
];

function programOf({ rows, depth, columns }: Sample): Program {
  const [a, b, out] = [
    { slot: 0, shape: [rows, depth] },
    { slot: 1, shape: [depth, columns] },
    { slot: 2, shape: [rows, columns] },
  ] as const;
  const drawn = (field: string) => ({ kind: 'drawn', event: 0, field }) as const;
  return {
    slots: [
      { shape: a.shape, type: 'float32', origin: drawn('a') },
      { shape: b.shape, type: 'float32', origin: drawn('b') },
      { shape: out.shape, type: 'float32', origin: { kind: 'made' } },
    ],
    operations: [
      {
        kernel: 'BatchMatMul',
        inputs: { a, b },
        listed: false,
        attrs: { transposeA: false, transposeB: false },
        outputs: [out],
        changes: [],
      },
    ],
    events: [null],
    stores: [],
    results: [out],
  };
}

/** A pipeline with its memory, and how many workgroups run it. */
interface Ready {
  readonly pipeline: GPUComputePipeline;
  readonly memory: GPUBindGroup;
  readonly groups: readonly [number, number];
}

/**
 * @param now the clock that says when the time for it is up; another in tests
 * @returns milliseconds of each family, round by round; no round where the device is too slow to try them
 * @throws what the device throws that refuses the code
 */
export async function timeFamilies(
  device: GPUDevice,
  families: readonly Family[],
  samples: readonly Sample[],
  now?: () => number,
): Promise<readonly Round[]> {
  const plans = families.map((family) => samples.map((sample) => writeProgram(programOf(sample), [], device, family)));
  const words = Math.max(...plans.flat().map(({ layout }) => layout.words));
  // Nobody fills it: WebGPU's memory begins as zeros, and a product takes as long with these as with others.
  const buffer = device.createBuffer({ size: 4 * words, usage: GPUBufferUsage.STORAGE });
  const prepare = async (code: string): Promise<Omit<Ready, 'groups'>> => {
    const pipeline = await compile(device, code);
    const layout = pipeline.getBindGroupLayout(0);
    return { pipeline, memory: device.createBindGroup({ layout, entries: [{ binding: 1, resource: { buffer } }] }) };
  };
  /** Families differ in some of their tiles; what they have alike is compiled once. */
  const compiling = new Map<string, ReturnType<typeof prepare>>();
  const once = (code: string) => {
    const one = compiling.get(code) ?? prepare(code);
    compiling.set(code, one);
    return one;
  };
  try {
    const ready: (readonly Ready[])[] = await Promise.all(
      plans.map((of) =>
        Promise.all(
          of.flatMap(({ modules }) => modules).map(async ({ code, groups }) => ({ ...(await once(code)), groups })),
        ),
      ),
    );
    const time: TimeFamily = async (family, turns) => {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      for (let turn = 0; turn < turns; turn++)
        for (const { pipeline, memory, groups } of ready[family] ?? []) {
          pass.setPipeline(pipeline);
          pass.setBindGroup(0, memory);
          pass.dispatchWorkgroups(groups[0], groups[1]);
        }
      pass.end();
      const commands = encoder.finish();
      const from = performance.now();
      device.queue.submit([commands]);
      await device.queue.onSubmittedWorkDone();
      return performance.now() - from;
    };
    return await timeRounds(families.length, time, now);
  } finally {
    buffer.destroy();
  }
}

/** The family that is quickest on this device; null where it is too slow to try them. */
export async function quickestFamily(device: GPUDevice): Promise<Family | null> {
  const place = quickestOf(await timeFamilies(device, FAMILIES, SAMPLES));
  return place === null ? null : (FAMILIES[place] ?? null);
}
