/** What the view says about layers, in the reader's words. */
import { type FieldName, fieldsOf } from '../../core/layerForms.ts';
import type { LayerSpec, Shape } from '../../core/layers.ts';
import { formatShape } from '../../core/network.ts';
import { formatsNow, type Parts, useTexts } from '../../i18n/index.ts';
import { formatExact, formatWhole } from '../format.ts';

export const useWords = () => useTexts('networks');
export type Words = Parts['networks'];

export const fieldValue = (layer: LayerSpec, name: FieldName): unknown =>
  (layer as unknown as Record<FieldName, unknown>)[name];

/** “64 filters, 4×4, stride 2” */
export function briefOf(words: Words, layer: LayerSpec): string {
  const parts = fieldsOf(layer.kind).map(([name, field]) => {
    const value = fieldValue(layer, name);
    switch (field.kind) {
      case 'integer':
        return words.brief[name]({ value: formatWhole(value as number), count: value as number });
      case 'number':
        return value === field.usual ? '' : words.brief[name]({ value: formatExact(value as number) });
      case 'padding':
        return words.paddingBrief[value as 'same' | 'valid'];
      case 'shape':
        return words.brief[name]({ value: formatShape(value as Shape) });
      case 'classes':
      case 'layers':
        return '';
      default:
        return field satisfies never;
    }
  });
  return formatsNow().list(parts.filter((part) => part !== ''));
}
