/** The table of docs/models.md. */
import type { CardScore, ModelCard, ModelCards } from '../../../src/core/modelCard.ts';
import { findRecipe } from '../../../src/gan/recipes/index.ts';
import { markdownTable } from '../tables.ts';

const HEAD = [
  'model',
  'data',
  'width',
  'batch',
  'steps',
  'kB',
  'Fréchet ↓',
  'precision ↑',
  'recall ↑',
  'class as asked ↑',
  'D right on test digits ↑',
];

const digits = (value: number): string => (value >= 10 ? value.toFixed(1) : value.toPrecision(3));
const scored = (score: CardScore | undefined): string =>
  score ? `${digits(score.value)} (${digits(score.real)})` : '–';

function lineOf({ id, data, width, batch, steps, bytes, scores, accuracy }: ModelCard): readonly string[] {
  const { frechet, precision, recall, agreement } = scores;
  return [
    findRecipe(id)?.name ?? id,
    data,
    String(width),
    String(batch),
    String(steps),
    (bytes / 1000).toFixed(0),
    ...[frechet, precision, recall, agreement].map(scored),
    accuracy === undefined ? '–' : digits(accuracy),
  ];
}

/** In brackets what real digits get. */
export const tableOf = (cards: ModelCards): string => markdownTable(HEAD, Object.values(cards).map(lineOf));

/** Why each is as it is. */
export const reasonsOf = (cards: ModelCards): string =>
  Object.values(cards)
    .map(({ id, why }) => `- **${findRecipe(id)?.name ?? id}**: ${why}`)
    .join('\n');
