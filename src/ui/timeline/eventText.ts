import type { ParamValue } from '../../core/params.ts';
import type { ParamTexts, Parts, Texts } from '../../i18n/index.ts';
import type { RunEvent } from '../../record/log.ts';
import { formatExact } from '../format.ts';
import type { Mark } from './marks.ts';

interface Words {
  readonly page: Texts;
  readonly part: Parts['timeline'];
}

function valueText({ page }: Words, param: ParamTexts | undefined, value: ParamValue): string {
  switch (typeof value) {
    case 'number':
      return formatExact(value);
    case 'boolean':
      return value ? page.settings.on : page.settings.off;
    default:
      return param?.option?.[value] ?? value;
  }
}

/** A record may tell of a setting or a rule of another version: then there is no more than its name. */
function whatOf(words: Words, event: RunEvent): string {
  const { page, part } = words;
  switch (event.kind) {
    case 'set': {
      const param = (page.param as Readonly<Record<string, ParamTexts>>)[event.name];
      return part.set({ name: param?.label ?? event.name, value: valueText(words, param, event.value) });
    }
    case 'pause':
      return part.pause;
    case 'found':
      return (part.found as Readonly<Record<string, string>>)[event.rule] ?? event.rule;
    default:
      return event satisfies never;
  }
}

/** So many are said of one mark. */
const MOST = 3;

/** What a mark stands for: “Learning rate of D 0.02 at 1,166”. */
export function markText(words: Words, { events }: Pick<Mark, 'events'>): string {
  const said = events.slice(-MOST).map((event) => words.part.at({ what: whatOf(words, event), step: event.step }));
  const rest = events.length - said.length;
  return [...said, ...(rest > 0 ? [words.part.more({ count: rest })] : [])].join(' · ');
}
