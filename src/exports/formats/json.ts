/**
 * All that was measured, as JSON (docs/exports.md has its shape): the configuration, every scalar as a column, scores
 * with their intervals, and events; no pictures and no weights.
 */
import { SCALARS } from '../../core/scalars.ts';
import type { RunLog } from '../../record/log.ts';
import type { About, Make } from '../exporter.ts';
import { linkOf } from '../link.ts';

export const about: About = {
  id: 'json',
  subject: 'log',
  suffix: '.json',
  type: 'application/json',
  suits: () => true,
};

/** With its version. */
const FORMAT = 'gan-playground-log/1';

/** JSON has neither NaN nor infinity: both are null. */
const cells = (values: Float32Array): readonly (number | null)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? value : null));

const columnsOf = ({ columns }: RunLog) =>
  Object.fromEntries(
    SCALARS.flatMap((name) => {
      const column = columns.get(name);
      return column?.some((value) => !Number.isNaN(value)) ? [[name, cells(column)]] : [];
    }),
  );

export const make: Make = async (source) => {
  const { config, recipe, data, step, log, best } = source;
  const told = {
    format: FORMAT,
    recipe: { id: recipe.id, name: recipe.name, paper: recipe.paper },
    data: { id: data.id, name: data.name, classes: data.classes },
    step,
    config,
    link: linkOf(config),
    measured: { step: [...log.steps], ...columnsOf(log) },
    scores: log.scores,
    events: log.events,
    ...(best && { best: { step: best.step, validation: best.validation, test: best.test } }),
  };
  const lines = Object.entries(told).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
};
