import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { followLanguage, textsNow } from './i18n/index.ts';
import { App } from './ui/App.tsx';
import { schemeManager } from './ui/colours.ts';
import { FailurePage } from './ui/components/FailurePage.tsx';
import { speakFirst } from './ui/language.ts';
import { useLayout } from './ui/layout.ts';
import './ui/page.css';
import { createAutomation } from './ui/state/automation.ts';
import { createController } from './ui/state/controller.ts';
import { openFirst, saysNothing } from './ui/state/firstVisit.ts';
import { parseHash } from './ui/state/hash.ts';
import { connectLink } from './ui/state/link.ts';
import { createPageStore } from './ui/state/store.ts';
import { theme, variables } from './ui/theme.ts';
import { createPageView } from './ui/view.ts';
import { createWorkerClient } from './worker/client.ts';

/** The one place where the worker's client, the page's state and the page are put together. */
function start(link: ReturnType<typeof parseHash>): React.ReactNode {
  const controller = createController({
    engine: createWorkerClient(),
    page: createPageStore(),
    requestFrame: (callback) => requestAnimationFrame(callback),
  });
  const view = createPageView(controller);
  const isBare = saysNothing(window.location.hash);
  const isFirst = isBare ? openFirst(controller) : undefined;
  if (!isBare) controller.applyLink(link);
  view.show(link.view);
  if (isBare) useLayout.setState({ mode: 'lesson' });
  connectLink(window, controller, view, isFirst);
  window.ganPlayground = createAutomation(controller);
  // Behind the page: it works without.
  import('./ui/archive/start.ts').then(({ startArchive }) => startArchive(controller)).catch(console.warn);
  return <App controller={controller} view={view} />;
}

/** @returns the page, to be drawn in the language that has been fetched by then */
function page(link: ReturnType<typeof parseHash>): () => React.ReactNode {
  try {
    const node = start(link);
    return () => node;
  } catch (thrown) {
    return () => (
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={schemeManager}
        defaultColorScheme="auto"
      >
        <FailurePage title={textsNow().page.noWorker} next={textsNow().page.noWorkerNext} cause={String(thrown)} />
      </MantineProvider>
    );
  }
}

const link = parseHash(window.location.hash);
followLanguage(document);
const spoken = speakFirst(link.view.lang);
// The engine begins meanwhile; what is drawn is drawn in the reader's language at once, so that nothing moves.
const draw = page(link);
void spoken.then(() => createRoot(document.getElementById('root') as HTMLElement).render(draw()));
