/** Words that go with a number, by the forms that the language has: English has `one` and `other`, Chinese `other` alone. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** How a language writes numbers, and which form of a word goes with one. */
export interface Formats {
  /** 1234 → “1,234”. */
  whole(value: number): string;
  /** As many digits as it has, up to six: 0.25, 0.001. */
  decimal(value: number): string;
  /** With so many digits behind the point. */
  fixed(value: number, digits: number): string;
  /** About three digits: 0.0312, 1.24, 153, 1.2e+5; “–” for none. */
  short(value: number | null): string;
  /** How long ago, in the largest unit that has passed: “5 minutes ago”, “this minute”, “yesterday”. */
  ago(milliseconds: number): string;
  /** The form that goes with `count`. */
  plural(count: number, forms: Forms): string;
  /** Side by side: “GAN, DCGAN”. */
  list(items: readonly string[]): string;
  /** A name and what it stands for: “Width: 0.5”. */
  named(name: string, value: string): string;
  /** One sentence after the other. */
  sentences(texts: readonly string[]): string;
  /** A few words with the full stop of a sentence. */
  stopped(words: string): string;
}

const AGO = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Signs between words. */
interface Signs {
  readonly comma: string;
  readonly colon: string;
  readonly stop: string;
  readonly gap: string;
}

const LATIN: Signs = { comma: ', ', colon: ': ', stop: '.', gap: ' ' };
const CHINESE: Signs = { comma: '，', colon: '：', stop: '。', gap: '' };

function makeFormats(language: string): Formats {
  const { comma, colon, stop, gap } = /^zh\b/.test(language) ? CHINESE : LATIN;
  const wholes = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const decimals = new Intl.NumberFormat(language, { maximumSignificantDigits: 6 });
  const byDigits = [0, 1, 2, 3].map(
    (digits) =>
      new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: false,
      }),
  );
  const rules = new Intl.PluralRules(language);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const fixed = (value: number, digits: number): string => (byDigits[digits] as Intl.NumberFormat).format(value);
  return {
    whole: (value) => wholes.format(value),
    decimal: (value) => decimals.format(value),
    fixed,
    short(value) {
      if (value === null) return '–';
      const size = Math.abs(value);
      // NaN and infinity are written as they are.
      if (!(size < 1e5) || (size !== 0 && size < 0.001)) return value.toExponential(1);
      return fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
    },
    ago(milliseconds) {
      const [unit, length] = AGO.find(([, passed]) => milliseconds >= passed) ?? AGO[2];
      return relative.format(-Math.max(0, Math.floor(milliseconds / length)), unit);
    },
    plural: (count, forms) => forms[rules.select(count)] ?? forms.other,
    list: (items) => items.join(comma),
    named: (name, value) => `${name}${colon}${value}`,
    sentences: (texts) => texts.filter((text) => text !== '').join(gap),
    stopped: (words) => `${words}${stop}`,
  };
}

const made = new Map<string, Formats>();

/** Making them takes a while, so each language's are made once. @param language a BCP 47 tag, such as “en” */
export function formatsOf(language: string): Formats {
  const known = made.get(language) ?? makeFormats(language);
  made.set(language, known);
  return known;
}
