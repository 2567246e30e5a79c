import { useTexts } from '../../i18n/index.ts';
import { useRun } from '../playground.ts';
import { batchNormOf } from '../state/batchNorm.ts';

/** What a parameter does. */
export function ParamHelp({ name }: { readonly name: string }) {
  const texts = useTexts('help');
  const settings = useRun((state) => state.wanted);
  // Only recipes know the names; a test walks them all.
  const text = texts[name as keyof typeof texts];
  if (typeof text === 'string') return text;
  const numbers = batchNormOf(settings);
  return numbers && text(numbers);
}
