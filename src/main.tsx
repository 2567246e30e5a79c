import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { followLanguage, speak, textsNow } from './i18n/index.ts';
import { App } from './ui/App.tsx';
import { FailurePage } from './ui/components/FailurePage.tsx';
import './ui/page.css';
import { createAutomation } from './ui/state/automation.ts';
import { createComparison } from './ui/state/comparison.ts';
import { parseHash } from './ui/state/hash.ts';
import { createHistory } from './ui/state/history.ts';
import { connectLink } from './ui/state/link.ts';
import { createScoreHistory } from './ui/state/scores.ts';
import { createSession } from './ui/state/session.ts';
import { createPageStore } from './ui/state/store.ts';
import { theme, variables } from './ui/theme.ts';
import { createWorkerClient } from './worker/client.ts';

/** The one place where the worker's client, the store and the page are put together. */
function start(): React.ReactNode {
  const link = parseHash(window.location.hash);
  const store = createPageStore(link.settings, link.problems);
  const history = createHistory();
  const scores = createScoreHistory();
  const engine = createWorkerClient();
  let runs = 0;
  const shared = {
    engine,
    store,
    requestFrame: (callback: () => void) => requestAnimationFrame(callback),
    nextRun: () => ++runs,
  };
  const session = createComparison({ ...shared, single: createSession({ ...shared, history, scores }) });
  connectLink(window, store, session);
  window.ganPlayground = createAutomation(store, { history, scores }, session.members);
  session.applyLink(link);
  return <App playground={{ store, session, history, scores, engine }} comparison={session} />;
}

function page(): React.ReactNode {
  try {
    return start();
  } catch (thrown) {
    return (
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <FailurePage title={textsNow().page.noWorker} next={textsNow().page.noWorkerNext} cause={String(thrown)} />
      </MantineProvider>
    );
  }
}

followLanguage(document.documentElement);
// English until the reader's language has arrived, and where it cannot be fetched.
speak(navigator.languages).catch(console.warn);
createRoot(document.getElementById('root') as HTMLElement).render(page());
