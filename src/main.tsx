import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { followLanguage, speak, textsNow } from './i18n/index.ts';
import { App } from './ui/App.tsx';
import { schemeManager } from './ui/colours.ts';
import { FailurePage } from './ui/components/FailurePage.tsx';
import './ui/page.css';
import { createAutomation } from './ui/state/automation.ts';
import { createController } from './ui/state/controller.ts';
import { parseHash } from './ui/state/hash.ts';
import { connectLink } from './ui/state/link.ts';
import { createPageStore } from './ui/state/store.ts';
import { theme, variables } from './ui/theme.ts';
import { createPageView } from './ui/view.ts';
import { createWorkerClient } from './worker/client.ts';

/** The one place where the worker's client, the page's state and the page are put together. */
function start(): React.ReactNode {
  const link = parseHash(window.location.hash);
  const controller = createController({
    engine: createWorkerClient(),
    page: createPageStore(),
    requestFrame: (callback) => requestAnimationFrame(callback),
  });
  const view = createPageView(controller);
  controller.applyLink(link);
  view.show(link.view);
  connectLink(window, controller, view);
  window.ganPlayground = createAutomation(controller);
  // Behind the page: it works without.
  import('./ui/archive/start.ts').then(({ startArchive }) => startArchive(controller)).catch(console.warn);
  return <App controller={controller} view={view} />;
}

function page(): React.ReactNode {
  try {
    return start();
  } catch (thrown) {
    return (
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

followLanguage(document.documentElement);
// English until the reader's language has arrived, and where it cannot be fetched.
speak(navigator.languages).catch(console.warn);
createRoot(document.getElementById('root') as HTMLElement).render(page());
