import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

function NotLoaded(_: { readonly name: string }) {
  const { t } = useTranslation();
  return t('settings.noHelp');
}

// Asked for at once, but the controls do not wait for it.
const texts = import('./ParamHelp.tsx').catch(() => ({ ParamHelp: NotLoaded }));
const ParamHelp = lazy(async () => ({ default: (await texts).ParamHelp }));

/** What a parameter does, as soon as that text has arrived. */
export const LateHelp = ({ name }: { readonly name: string }) => (
  <Suspense>
    <ParamHelp name={name} />
  </Suspense>
);
