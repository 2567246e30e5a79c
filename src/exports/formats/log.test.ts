import { beforeAll, describe, expect, it } from 'vitest';
import { SCALARS } from '../../core/scalars.ts';
import type { Measured } from '../../core/score.ts';
import { parseHash } from '../../ui/state/hash.ts';
import type { ExportSource } from '../exporter.ts';
import { makeExport } from '../makers.ts';
import { trainRun } from '../testing/source.ts';

const scored: Measured = {
  step: 2,
  samples: 100,
  milliseconds: 5,
  scores: [
    {
      id: 'frechet',
      direction: 'lower',
      value: 12.5,
      floor: 0.5,
      samples: 100,
      interval: { low: 11, high: 14, method: 'bootstrap' },
    },
  ],
};

let source: ExportSource;
let pool: ExportSource;
beforeAll(async () => {
  const trained = await trainRun({ recipe: 'cgan', data: 'mnist', steps: 2 });
  const log = { ...trained.source.log, scores: [scored], events: [{ kind: 'pause', step: 1 } as const] };
  source = { ...trained.source, log };
  trained.training.dispose();
  const other = await trainRun({ recipe: 'sgan', data: 'mnist', steps: 2, discriminator: 'flatten.dense11' });
  other.training.dispose();
  pool = other.source;
});

const text = async (id: string, of: ExportSource) => (await makeExport(id, of)) as string;

describe('the log as CSV', () => {
  const table = async (of: ExportSource) => {
    const [head = '', ...lines] = (await text('csv', of)).trimEnd().split('\n');
    return { names: head.split(','), lines: lines.map((line) => line.split(',')) };
  };

  it('has a line for each step and a column for each scalar that was ever measured', async () => {
    const { names, lines } = await table(source);
    expect(lines.map(([step]) => step)).toEqual(['1', '2']);
    const at = names.indexOf('lossG');
    expect(lines.map((cells) => Math.fround(Number(cells[at])))).toEqual([...(source.log.columns.get('lossG') ?? [])]);
    expect(names).not.toContain('lossClass');
    expect(SCALARS).toEqual(expect.arrayContaining(names.slice(1)));
  });

  it('has the classes’ loss and the share of the labelled batch that D knows, where classes are learnt', async () => {
    expect((await table(pool)).names).toEqual(expect.arrayContaining(['lossClass', 'accuracyBatch']));
  });
});

describe('the log as JSON', () => {
  it('is all that was measured, and what of', async () => {
    const log = JSON.parse(await text('json', source));
    expect(log).toMatchObject({ format: 'gan-playground-log/1', config: source.config, step: 2 });
    expect(log.recipe).toMatchObject({ id: 'cgan', name: 'CGAN', paper: { year: 2014 } });
    expect(log.measured.step).toEqual([1, 2]);
    expect(log.measured.lossD).toEqual([...(source.log.columns.get('lossD') ?? [])]);
    expect(log.scores).toEqual([scored]);
    expect(log.events).toEqual([{ kind: 'pause', step: 1 }]);
  });

  it('has a link that the page reads as the same settings', async () => {
    for (const of of [source, pool]) {
      const { settings, problems } = parseHash(JSON.parse(await text('json', of)).link);
      expect(problems).toEqual([]);
      const { recipe, data, seed, params, discriminator = '' } = of.config;
      expect(settings.members).toMatchObject([{ data, seed, recipe, params, discriminator }]);
    }
  });
});
