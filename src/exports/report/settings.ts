/** Settings in words. */
import { isInEffect, type ParamSpec } from '../../core/params.ts';
import { paramTexts, valueText } from '../../i18n/names.ts';
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

/** Every setting that has an effect, in the order of the panel. */
export function settingLines({ recipe, data, config }: ExportSource, texts: Texts): readonly SettingLine[] {
  const specs = Object.entries<ParamSpec>(recipe.paramsOn(data.kind));
  return specs
    .filter(([, spec]) => isInEffect(spec, config.params))
    .map(([name, spec]) => {
      const value = config.params[name] ?? spec.default;
      return {
        label: paramTexts(texts, name).label,
        value: valueText(texts, name, value, String),
        preset: valueText(texts, name, spec.default, String),
        differs: value !== spec.default,
        erratum: spec.group === 'errata' && value !== spec.default,
      };
    });
}
