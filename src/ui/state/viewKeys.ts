/** How a key of the view is read from a link and written into it. */
import type { ParamProblem } from '../../core/problems/settings.ts';

export type ReadKey<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: ParamProblem };

export interface ViewKey<Value> {
  /** What a link means that does not name it; not written. */
  readonly default: Value;
  read(name: string, text: string): ReadKey<Value>;
  /** `read` reads it back unchanged. */
  write(value: Value): string;
}

const read = <Value>(value: Value): ReadKey<Value> => ({ ok: true, value });
const refused = <Value>(why: ParamProblem): ReadKey<Value> => ({ ok: false, why });

/** One of a few words, or nothing said. */
export const word = <const Option extends string, Default extends Option | null>(
  options: readonly Option[],
  otherwise: Default,
): ViewKey<Option | Default> => ({
  default: otherwise,
  read(name, text) {
    const found = options.find((option) => option === text);
    return found === undefined ? refused({ code: 'param.choice', name, options, value: text }) : read(found);
  },
  write: (value) => value ?? '',
});

/** Several of a few words, separated by commas, in the order in which they are listed here. */
export const words = <Option extends string>(
  options: readonly Option[],
  otherwise: readonly Option[] = [],
): ViewKey<readonly Option[]> => ({
  default: otherwise,
  read(name, text) {
    const asked = text.split(',').filter((part) => part !== '');
    const stranger = asked.find((part) => !options.some((option) => option === part));
    if (stranger !== undefined) return refused({ code: 'param.choice', name, options, value: stranger });
    return read(options.filter((option) => asked.includes(option)));
  },
  write: (value) => value.join(','),
});

export const flag: ViewKey<boolean> = {
  default: false,
  read(name, text) {
    if (text === '1' || text === 'true') return read(true);
    if (text === '0' || text === 'false') return read(false);
    return refused({ code: 'param.noSwitch', name, text });
  },
  write: (value) => (value ? '1' : '0'),
};

/** A whole number within bounds, or the word for none of them, which is the default. */
export const wholeOr = <None extends string>(none: None, min: number, max: number): ViewKey<number | None> => ({
  default: none,
  read(name, text) {
    if (text === none) return read(none);
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value)) return refused({ code: 'param.noNumber', name, text });
    if (!Number.isInteger(value)) return refused({ code: 'param.whole', name, value });
    return value < min || value > max ? refused({ code: 'param.range', name, min, max, value }) : read(value);
  },
  write: String,
});

/** The name of something that others know: letters, digits and dashes. Whether there is such a thing, they say. */
export const name: ViewKey<string> = {
  default: '',
  read: (key, text) =>
    /^[\w-]{0,64}$/.test(text) ? read(text) : refused({ code: 'param.choice', name: key, options: [], value: text }),
  write: (value) => value,
};
