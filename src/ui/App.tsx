import { MantineProvider, Tabs } from '@mantine/core';
import { useTexts } from '../i18n/index.ts';
import classes from './App.module.css';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { FailurePage } from './components/FailurePage.tsx';
import { Header } from './components/Header.tsx';
import { LinkNotice } from './components/LinkNotice.tsx';
import { late } from './components/late.tsx';
import { ObjectiveStrip } from './components/ObjectiveStrip.tsx';
import { SamplePanel } from './components/SamplePanel.tsx';
import { StatusRow } from './components/StatusRow.tsx';
import { SettingsPanel } from './components/settings/SettingsPanel.tsx';
import { TransportBar } from './components/TransportBar.tsx';
import { ComparisonContext, type Playground, PlaygroundContext, usePage, useSession } from './playground.ts';
import type { Comparison } from './state/comparison.ts';
import { theme, variables } from './theme.ts';
import { useSpaceBar } from './useSpaceBar.ts';

// Not everybody's, so nobody waits for them: vite.config.ts counts them apart from the page.
const BringDialog = late('bring', async () => (await import('./components/BringDialog.tsx')).BringDialog);
const ComparePanel = late('comparison', async () => (await import('./components/ComparePanel.tsx')).ComparePanel);
// Everything else works before they have arrived.
const ChartViews = late('charts', async () => (await import('./charts/index.ts')).ChartViews);

interface AppProps {
  readonly playground: Playground;
  readonly comparison: Comparison;
}

export function App({ playground, comparison }: AppProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <ErrorBoundary fallback={(thrown) => <Crash thrown={thrown} />}>
        <PlaygroundContext value={playground}>
          <ComparisonContext value={comparison}>
            <Page />
          </ComparisonContext>
        </PlaygroundContext>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Crash({ thrown }: { readonly thrown: unknown }) {
  const texts = useTexts();
  return <FailurePage title={texts.page.crashed} next={texts.page.crashedNext} cause={String(thrown)} />;
}

function Page() {
  const session = useSession();
  const recipe = usePage((state) => state.settings.recipe);
  const comparing = usePage((state) => state.settings.compare.length > 0);
  const bringing = usePage((state) => state.bring.open);
  useSpaceBar(session.toggle);
  return (
    // The arrow keys only move the focus: choosing a recipe takes Enter, because it ends a training.
    <Tabs
      value={comparing ? null : recipe}
      onChange={(id) => id && session.setRecipe(id)}
      activateTabWithKeyboard={false}
      className={classes.page ?? ''}
    >
      <Header />
      <BringDialog silent={!bringing} />
      <main className={classes.main}>
        {comparing && (
          <div className={classes.panel}>
            <TransportBar />
            <StatusRow />
            <LinkNotice />
            <ComparePanel />
          </div>
        )}
        <Tabs.Panel value={recipe} className={classes.panel ?? ''}>
          <TransportBar />
          <StatusRow />
          <LinkNotice />
          <div className={classes.rooms}>
            <div className={classes.settings}>
              <SettingsPanel />
            </div>
            <div className={classes.samples}>
              <SamplePanel />
            </div>
            <div className={classes.charts}>
              <ChartViews />
            </div>
          </div>
          <ObjectiveStrip />
        </Tabs.Panel>
      </main>
    </Tabs>
  );
}
