/** What the view says about layers, in the reader's words. */
import { useTranslation } from 'react-i18next';
import { type FieldName, fieldsOf } from '../../core/layerForms.ts';
import type { LayerSpec, Shape } from '../../core/layers.ts';
import { formatShape } from '../../core/network.ts';
import { addTexts } from '../../i18n/index.ts';
import { networks } from '../../i18n/parts/networks.ts';
import { formatExact, formatWhole } from '../format.ts';

addTexts('networks', networks);

export const useWords = () => useTranslation('networks').t;
export type Words = ReturnType<typeof useWords>;

export const fieldValue = (layer: LayerSpec, name: FieldName): unknown =>
  (layer as unknown as Record<FieldName, unknown>)[name];

/** “64 filters, 4×4, stride 2” */
export function briefOf(t: Words, layer: LayerSpec): string {
  const parts = fieldsOf(layer.kind).map(([name, field]) => {
    const value = fieldValue(layer, name);
    switch (field.kind) {
      case 'integer':
        return t(`brief.${name}`, { count: value as number, value: formatWhole(value as number) });
      case 'number':
        return value === field.usual ? '' : t(`brief.${name}`, { value: formatExact(value as number) });
      case 'padding':
        return t(`paddingBrief.${value as 'same' | 'valid'}`);
      case 'shape':
        return t(`brief.${name}`, { value: formatShape(value as Shape) });
      case 'classes':
      case 'layers':
        return '';
      default:
        return field satisfies never;
    }
  });
  return parts.filter((part) => part !== '').join(', ');
}
