import { lazy, Suspense } from 'react';
import { loadPart, useTexts } from '../../../i18n/index.ts';

function NotLoaded(_: { readonly name: string }) {
  const texts = useTexts();
  return texts.settings.noHelp;
}

// Asked for at once, but the controls do not wait for it.
const fetched = Promise.all([import('./ParamHelp.tsx'), loadPart('help')]).then(
  ([{ ParamHelp }]) => ParamHelp,
  () => NotLoaded,
);
const ParamHelp = lazy(async () => ({ default: await fetched }));

/** What a parameter does, as soon as that text has arrived. */
export const LateHelp = ({ name }: { readonly name: string }) => (
  <Suspense>
    <ParamHelp name={name} />
  </Suspense>
);
