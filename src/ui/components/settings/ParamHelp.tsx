import { useTranslation } from 'react-i18next';
import { addTexts } from '../../../i18n/index.ts';
import { help } from '../../../i18n/parts/help.ts';
import { usePage } from '../../playground.ts';
import { batchNormOf } from '../../state/batchNorm.ts';

addTexts('help', help);

/** What a parameter does. */
export function ParamHelp({ name }: { readonly name: string }) {
  const { t } = useTranslation('help');
  const settings = usePage((state) => state.settings);
  // Only recipes know the names; a test walks them all.
  return t(name as keyof typeof help, name === 'statistics' ? { ...batchNormOf(settings) } : {});
}
