import { type EventWords, eventText } from '../../i18n/eventText.ts';
import { formatExact } from '../format.ts';
import type { Mark } from './marks.ts';

/** So many are said of one mark. */
const MOST = 3;

/** What a mark stands for: “Learning rate of D 0.02 at 1,166”. */
export function markText(words: EventWords, { events }: Pick<Mark, 'events'>): string {
  const said = events.slice(-MOST).map((event) => eventText(words, event, formatExact));
  const rest = events.length - said.length;
  return [...said, ...(rest > 0 ? [words.part.more({ count: rest })] : [])].join(' · ');
}
