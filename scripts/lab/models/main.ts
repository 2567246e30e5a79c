/**
 * Trains the model that is shipped for each recipe, scores it, and writes what the page fetches, its card and the table in
 * docs/models.md. Whole records are kept in the project's runs/models: what is there with the same settings is not trained
 * again. One thread, so that it can run beside other work, and for the same weights everywhere.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ModelCards } from '../../../src/core/modelCard.ts';
import { decodeCheckpoint, startSimd } from '../../../src/engine/headless.ts';
import { readArguments, UsageError } from '../../options.ts';
import { openGallery } from '../quality/gallery.ts';
import { insertTable } from '../tables.ts';
import { cardOf } from './card.ts';
import { judge } from './judge.ts';
import { reasonsOf, tableOf } from './report.ts';
import { type ModelPlan, modelOf, settings } from './settings.ts';
import { lightOf, logOf, packed } from './ship.ts';
import { trainModel } from './train.ts';

const KEPT = join('runs', 'models');
const SHIPPED = join('public', 'models');
const CARDS = join(SHIPPED, 'cards.json');
const REPORT = join('docs', 'models.md');
const COMMAND = 'npm run lab -- models';

const { values } = readArguments({
  command: COMMAND,
  about: 'Trains and scores the model that is shipped for each recipe.',
  options: {
    only: { takes: 'ID,ID,…', says: 'recipes; all by default' },
    report: { says: 'only writes the table in docs/models.md anew' },
  },
});
const ids = values.only?.split(',') ?? Object.keys(settings);
const unknown = ids.find((id) => !settings[id]);
if (unknown !== undefined)
  throw new UsageError(`There is no model of “${unknown}”; there are ${Object.keys(settings).join(', ')}.`);

const cardsNow = (): ModelCards => (existsSync(CARDS) ? JSON.parse(readFileSync(CARDS, 'utf8')) : {});

/** The whole record of a model with these very settings, if it is there. */
function keptOf(file: string, { config, steps }: ModelPlan): Uint8Array<ArrayBuffer> | null {
  if (!existsSync(file)) return null;
  const bytes = new Uint8Array(readFileSync(file));
  const found = decodeCheckpoint(bytes);
  return found.snapshot.step === steps && isDeepStrictEqual(found.config, config) ? bytes : null;
}

async function make(): Promise<void> {
  for (const folder of [KEPT, SHIPPED]) mkdirSync(folder, { recursive: true });
  const backend = await startSimd({ threads: 1 });
  const gallery = openGallery(backend, KEPT);
  for (const id of ids) {
    const model = modelOf(id);
    const file = join(KEPT, `${id}.safetensors`);
    const whole = keptOf(file, model) ?? (await trainModel(model, await gallery.dataOf(model.config), backend));
    writeFileSync(file, whole);
    const light = lightOf(whole);
    const log = await logOf(whole);
    const measured = await judge(decodeCheckpoint(light), backend, await gallery.roomOf(model.config));
    const record = await packed(light, log, [measured]);
    writeFileSync(join(SHIPPED, `${id}.safetensors.gz`), record);
    const cards = { ...cardsNow(), [id]: cardOf(model, log, measured, record.length) };
    const ordered = Object.keys(settings).flatMap((one) => (cards[one] ? [[one, cards[one]]] : []));
    writeFileSync(CARDS, `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`);
  }
}

if (!values.report) await make();
const cards = cardsNow();
const text = insertTable(readFileSync(REPORT, 'utf8'), 'models', COMMAND, tableOf(cards));
writeFileSync(REPORT, insertTable(text, 'reasons', COMMAND, reasonsOf(cards)));
