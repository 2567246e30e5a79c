import { lazy, type ReactNode, Suspense, use } from 'react';
import { loadPart, useTexts } from '../../i18n/index.ts';

function NotLoaded(_: { readonly name: string }) {
  const texts = useTexts();
  return texts.settings.noHelp;
}

/** So long the controls wait for their explanations, which would push them apart if they came later. */
const PATIENCE_MS = 1000;

// Asked for at once.
const fetched = Promise.all([import('./ParamHelp.tsx'), loadPart('help')]).then(
  ([{ ParamHelp }]) => ParamHelp,
  () => NotLoaded,
);
const ParamHelp = lazy(async () => ({ default: await fetched }));

const soon = Promise.race([fetched, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);

/** Shows what stands between explanations when these are there, or have kept it waiting for too long. */
export const WithHelp = ({ children }: { readonly children: ReactNode }) => (
  <Suspense>
    <AfterHelp>{children}</AfterHelp>
  </Suspense>
);

function AfterHelp({ children }: { readonly children: ReactNode }) {
  use(soon);
  return children;
}

/** What a parameter does, as soon as that text has arrived. */
export const LateHelp = ({ name }: { readonly name: string }) => (
  <Suspense>
    <ParamHelp name={name} />
  </Suspense>
);
