import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLayers } from '../../core/layerText.ts';
import { restoreSnapshot } from '../../engine/keep/snapshot.ts';
import { createTrainer, disposeTrainer, type Trainer } from '../../engine/step/trainer.ts';
import type { ExportSource } from '../exporter.ts';
import { makeExport, openSource } from '../makers.ts';
import { type TrainedRun, trainRun } from '../testing/source.ts';

/** Reads a safetensors file by Python's own means: the format is a length, JSON and little-endian numbers. */
const READER = `
import json, struct, sys
data = open(sys.argv[1], 'rb').read()
(length,) = struct.unpack_from('<Q', data)
header = json.loads(data[8:8 + length])
metadata = header.pop('__metadata__')
tensors = {}
for name, entry in header.items():
    begin, end = (8 + length + offset for offset in entry['data_offsets'])
    assert entry['dtype'] == 'F32' and end <= len(data)
    tensors[name] = {'shape': entry['shape'], 'values': struct.unpack('<%df' % ((end - begin) // 4), data[begin:end])}
json.dump({'metadata': metadata, 'tensors': tensors}, sys.stdout)
`;
const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);

interface ReadFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: Readonly<Record<string, { readonly shape: number[]; readonly values: number[] }>>;
}

describe.skipIf(!python)('weights, as Python reads them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weights-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let run: TrainedRun;
  beforeAll(async () => {
    run = await trainRun({ recipe: 'cgan-conv', data: 'mnist', params: { weights: 'average' } });
    run.backend.activate();
  });

  async function read(id: string): Promise<ReadFile> {
    const file = join(folder, `${id}.safetensors`);
    writeFileSync(file, await makeExport(id, run.source));
    const { status, stdout, stderr } = spawnSync(python as string, ['-c', READER, file], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return JSON.parse(stdout);
  }

  it.each([
    { id: 'generator-weights', of: 'average', weights: 'moving average', layers: 'generator' },
    { id: 'discriminator-weights', of: 'discriminator', weights: 'current', layers: 'discriminator' },
  ] as const)('$id are those of the network, by layer and name', async ({ id, of, weights, layers }) => {
    const { metadata, tensors } = await read(id);
    const network = run.training.trainer()[of];
    expect(Object.keys(tensors).toSorted()).toEqual(network.weights.map(({ name }) => name).toSorted());
    for (const { name, variable } of network.weights) {
      expect(tensors[name]).toEqual({ shape: variable.shape, values: [...variable.dataSync()] });
    }
    expect(metadata).toMatchObject({ weights, step: '3', recipe: 'cgan-conv', network: layers });
    expect(parseLayers(metadata.layers as string)).toEqual(run.source.plan[layers].layers);
    expect(metadata['layout.conv.kernel']).toBe('height, width, in, out');
  });
});

describe('of a checkpoint of other networks', () => {
  it('there are no weights, and the reason is said', async () => {
    const { source, training } = await trainRun({ recipe: 'gan', data: 'ring', steps: 0 });
    training.dispose();
    const tensors = new Map(source.snapshot.tensors);
    tensors.delete('discriminator.0.dense.kernel');
    const spoiled: ExportSource = { ...source, snapshot: { ...source.snapshot, tensors } };
    await expect(makeExport('onnx-discriminator', spoiled)).rejects.toMatchObject({
      code: 'bad-config',
      problem: { code: 'snapshot.unfit', name: 'discriminator.0.dense.kernel', found: null },
    });
  });
});

describe('the record', () => {
  it('is read back as the same run, which goes on', async () => {
    const { source, training, backend } = await trainRun({ recipe: 'sgan', data: 'mnist' });
    const best = { step: 2, validation: 0.5, test: 0.25, snapshot: source.snapshot };
    const file = await makeExport('record', { ...source, best });
    const again = await openSource(new Blob([file as Uint8Array<ArrayBuffer>]), source, source);
    expect(again).toEqual({ ...source, best });
    backend.activate();
    const trainer: Trainer = createTrainer(again.plan, again.config.seed);
    restoreSnapshot(trainer, again.snapshot);
    expect(trainer.generator.weights[0]?.variable.dataSync()).toEqual(
      training.trainer().generator.weights[0]?.variable.dataSync(),
    );
    disposeTrainer(trainer);
    training.dispose();
  });
});
