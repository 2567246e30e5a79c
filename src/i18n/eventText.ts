import type { RunEvent } from '../core/runEvent.ts';
import { type ParamTexts, settingText } from './names.ts';
import type { Parts, Texts } from './texts.ts';

export interface EventWords {
  readonly page: Texts;
  readonly part: Parts['timeline'];
}

/** A record may tell of a setting or a rule of another version: then there is no more than its name. */
function whatOf({ page, part }: EventWords, event: RunEvent, written: (value: number) => string): string {
  switch (event.kind) {
    case 'set': {
      const param = (page.param as Readonly<Record<string, ParamTexts>>)[event.name];
      const name = param?.label ?? event.name;
      return part.set({
        name,
        value: settingText(page, event.value, written, (word) => param?.option?.[word] ?? word),
      });
    }
    case 'pause':
      return part.pause;
    case 'found':
      return (part.found as Readonly<Record<string, string>>)[event.rule] ?? event.rule;
    default:
      return event satisfies never;
  }
}

/** “Learning rate of D 0.02 at 1,166”. @param written how a value is written */
export const eventText = (words: EventWords, event: RunEvent, written: (value: number) => string): string =>
  words.part.at({ what: whatOf(words, event, written), step: event.step });
