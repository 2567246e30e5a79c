import type { ParamValue } from '../core/params.ts';
import { formatsNow, paramTexts, type Texts, valueText } from '../i18n/index.ts';
import { formatExact } from './format.ts';

/** A setting in which a run is not like others: “λ, penalty weight 0.1”, “Hold on D: DRAGAN penalty”. */
export function changeText(texts: Texts, name: string, value: ParamValue): string {
  const { label } = paramTexts(texts, name);
  if (typeof value === 'number') return `${label} ${formatExact(value)}`;
  return formatsNow().named(label, valueText(texts, name, value, formatExact));
}
