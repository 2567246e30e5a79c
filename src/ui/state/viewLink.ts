/**
 * The view in the link: what of the page is open, how it is shown, and to whom. Its keys stand beside those of the run
 * (`hash.ts`), and no parameter has such a name. Only what differs from the default is written.
 */
import { languages } from '../../i18n/languages.ts';
import { CHARTS, DOCK_TABS, EMBED_PARTS, LOCKABLE, PANELS, STAGE_TABS, UNDERSTAND_TABS } from '../layout.ts';
import { EVERY_WORDS, NEVER } from '../quality/every.ts';
import { flag, name, type ReadKey, type ViewKey, wholeOr, word, words } from './viewKeys.ts';

const LANGUAGES = Object.keys(languages) as (keyof typeof languages)[];
/** Far more than any data set has. */
const MOST_CLASSES = 1000;

/** Every key, in the order in which links have them. */
const KEYS = {
  /** The class that is shown. */
  class: wholeOr('all', 0, MOST_CLASSES - 1),
  dock: word(DOCK_TABS, 'curves'),
  understand: word(UNDERSTAND_TABS, 'losses'),
  stage: word(STAGE_TABS, 'samples'),
  /** Null: as there is room. */
  rail: word(['open', 'closed'], null),
  /** The gradient of D over the plane. */
  arrows: flag,
  /** Steps after which the samples are measured again. */
  every: word(EVERY_WORDS, NEVER),
  /** Which charts are shown large. */
  charts: words(CHARTS, CHARTS),
  /** Large, with nothing but picture and charts. */
  present: flag,
  /** Nothing but these parts, for another page's frame. */
  embed: words(EMBED_PARTS),
  hide: words(PANELS),
  lock: words(LOCKABLE),
  lesson: name,
  /** Null: the reader's own. */
  lang: word(LANGUAGES, null),
  theme: word(['light', 'dark'], null),
} as const;

type Keys = typeof KEYS;
export type View = {
  readonly [Key in keyof Keys]: Keys[Key] extends ViewKey<infer Value> ? Value : never;
};
type KeyName = keyof View;
const NAMES = Object.keys(KEYS) as KeyName[];

/** Each key by itself, whatever its values are: what `read` gives is what `write` takes. */
const keyOf = (key: KeyName): ViewKey<unknown> => KEYS[key] as unknown as ViewKey<unknown>;

export const DEFAULT_VIEW = Object.fromEntries(NAMES.map((key) => [key, keyOf(key).default])) as View;

export const isViewKey = (key: string): boolean => Object.hasOwn(KEYS, key);

type Refused = Extract<ReadKey<never>, { ok: false }>['why'];

/**
 * Reads the view's keys and leaves all others alone. What cannot be read has its default, and is reported.
 *
 * @param classes how many the data set has, where that is known
 */
export function readView(
  pairs: URLSearchParams,
  classes = MOST_CLASSES,
): {
  readonly view: View;
  readonly problems: readonly { readonly key: string; readonly why: Refused }[];
} {
  const problems: { key: string; why: Refused }[] = [];
  const entries = NAMES.map((key) => {
    const text = pairs.get(key);
    const got = text === null ? null : keyOf(key).read(key, text);
    if (got && !got.ok) problems.push({ key, why: got.why });
    return [key, got?.ok ? got.value : keyOf(key).default];
  });
  const view = Object.fromEntries(entries) as View;
  if (view.class === 'all' || view.class < classes) return { view, problems };
  const why: Refused =
    classes > 0
      ? { code: 'param.range', name: 'class', min: 0, max: classes - 1, value: view.class }
      : { code: 'param.choice', name: 'class', options: ['all'], value: String(view.class) };
  return { view: { ...view, class: 'all' }, problems: [...problems, { key: 'class', why }] };
}

/** Without the `#`; empty where all is as it opens. `readView` reads it back unchanged. */
export function formatView(view: View): string {
  const pairs = new URLSearchParams();
  for (const key of NAMES) {
    const text = keyOf(key).write(view[key]);
    if (text !== keyOf(key).write(keyOf(key).default)) pairs.set(key, text);
  }
  return pairs.toString().replaceAll('%2C', ',');
}
