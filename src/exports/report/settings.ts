/** Settings in words. */
import { isInEffect, type ParamSpec, type ParamValue } from '../../core/params.ts';
import { optionText, paramTexts } from '../../i18n/names.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { ExportSource } from '../exporter.ts';

export interface SettingLine {
  readonly label: string;
  readonly value: string;
  /** As the recipe comes. */
  readonly preset: string;
  readonly differs: boolean;
  readonly erratum: boolean;
}

export function settingText(texts: Texts, name: string, value: ParamValue): string {
  switch (typeof value) {
    case 'boolean':
      return texts.settings[value ? 'on' : 'off'];
    case 'string':
      return optionText(texts, name, value);
    case 'number':
      return String(value);
    default:
      return value satisfies never;
  }
}

/** Every setting that has an effect, in the order of the panel. */
export function settingLines({ recipe, data, config }: ExportSource, texts: Texts): readonly SettingLine[] {
  const specs = Object.entries<ParamSpec>(recipe.paramsOn(data.kind));
  return specs
    .filter(([, spec]) => isInEffect(spec, config.params))
    .map(([name, spec]) => {
      const value = config.params[name] ?? spec.default;
      return {
        label: paramTexts(texts, name).label,
        value: settingText(texts, name, value),
        preset: settingText(texts, name, spec.default),
        differs: value !== spec.default,
        erratum: spec.group === 'errata' && value !== spec.default,
      };
    });
}
