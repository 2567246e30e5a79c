import type { ParamValue } from '../core/params.ts';
import type { Texts } from './texts.ts';

/** What is said of one parameter. */
export interface ParamTexts {
  readonly label: string;
  /** By the names of a choice's options. */
  readonly option?: Readonly<Record<string, string>>;
  /** On some options: what choosing it means. */
  readonly note?: Readonly<Record<string, string>>;
}

/**
 * The texts of a parameter. Recipes name their parameters, which are not known here, so the compiler cannot check
 * them; a test walks every recipe instead.
 * @throws Error where there are none
 */
export function paramTexts(texts: Texts, name: string): ParamTexts {
  const found = (texts.param as Readonly<Record<string, ParamTexts>>)[name];
  if (!found) throw new Error(`The parameter “${name}” has no texts.`);
  return found;
}

/** What a data set is called: those of the page in its language, one that somebody brought as they named it. */
export const dataText = (texts: Texts, set: { readonly id: string; readonly name: string }): string =>
  (texts.data.name as Readonly<Record<string, string>>)[set.id] ?? set.name;

/** The name of an option of a choice. @throws Error where there is none */
export function optionText(texts: Texts, name: string, option: string): string {
  const found = paramTexts(texts, name).option?.[option];
  if (found === undefined) throw new Error(`The option “${option}” of the parameter “${name}” has no name.`);
  return found;
}

/**
 * A value of a parameter as a person reads it.
 *
 * @param written how a number is written
 * @param named what an option is called
 */
export function settingText(
  texts: Texts,
  value: ParamValue,
  written: (value: number) => string,
  named: (option: string) => string,
): string {
  switch (typeof value) {
    case 'number':
      return written(value);
    case 'boolean':
      return value ? texts.settings.on : texts.settings.off;
    case 'string':
      return named(value);
    default:
      return value satisfies never;
  }
}

/** The same of a parameter that this version has. @throws Error where an option has no name */
export const valueText = (texts: Texts, name: string, value: ParamValue, written: (value: number) => string): string =>
  settingText(texts, value, written, (option) => optionText(texts, name, option));
