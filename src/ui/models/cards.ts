/** The cards of the models that lie beside the page, fetched once, when somebody looks at one. */
import * as v from 'valibot';
import { create } from 'zustand';
import type { ModelCards } from '../../core/modelCard.ts';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const score = v.object({ value: finite, real: finite });
const card = v.object({
  id: v.string(),
  data: v.string(),
  seed: count,
  steps: count,
  batch: count,
  width: finite,
  changed: v.record(v.string(), v.union([v.number(), v.string(), v.boolean()])),
  generator: v.exactOptional(v.string()),
  discriminator: v.exactOptional(v.string()),
  why: v.string(),
  parameters: v.object({ generator: count, discriminator: count }),
  bytes: count,
  samples: count,
  scores: v.object({ frechet: score, precision: score, recall: score, agreement: v.exactOptional(score) }),
  accuracy: v.exactOptional(finite),
});

/** @throws Error for anything that is not cards */
export const parseCards = (text: string): ModelCards => v.parse(v.record(v.string(), card), JSON.parse(text));

interface CardsState {
  readonly state: 'unasked' | 'asked' | 'missing';
  readonly cards: ModelCards | null;
}

export const useCards = create<CardsState>(() => ({ state: 'unasked', cards: null }));

/** Fetches them, unless they are there or on their way. */
export async function askForCards(): Promise<void> {
  const { state, cards } = useCards.getState();
  if (cards || state === 'asked') return;
  useCards.setState({ state: 'asked' });
  try {
    const response = await fetch(new URL('models/cards.json', document.baseURI));
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    useCards.setState({ cards: parseCards(await response.text()) });
  } catch (thrown) {
    console.warn(thrown);
    useCards.setState({ state: 'missing' });
  }
}
