import { MantineProvider, Tabs } from '@mantine/core';
import { useTexts } from '../i18n/index.ts';
import classes from './App.module.css';
import { AsideToast } from './components/AsideToast.tsx';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { ProblemMessage } from './components/ErrorMessage.tsx';
import { FailurePage } from './components/FailurePage.tsx';
import { Header } from './components/Header.tsx';
import { KeySheet } from './components/KeySheet.tsx';
import { LinkNotice } from './components/LinkNotice.tsx';
import { LostNotice } from './components/LostNotice.tsx';
import { late } from './components/late.tsx';
import { ObjectiveStrip } from './components/ObjectiveStrip.tsx';
import { SamplePanel } from './components/SamplePanel.tsx';
import { StatusRow } from './components/StatusRow.tsx';
import { SettingsPanel } from './components/settings/SettingsPanel.tsx';
import { TransportBar } from './components/TransportBar.tsx';
import { ControllerContext, MemberContext, useController, usePage, useRun } from './playground.ts';
import type { Controller } from './state/controller.ts';
import { planOf } from './state/plan.ts';
import type { RunSettings } from './state/settings.ts';
import { theme, variables } from './theme.ts';

// Not everybody's, so nobody waits for them: vite.config.ts counts them apart from the page.
const BringDialog = late('bring', async () => (await import('./components/BringDialog.tsx')).BringDialog);
const ComparePanel = late('comparison', async () => (await import('./components/ComparePanel.tsx')).ComparePanel);
// Everything else works before they have arrived.
const ChartViews = late('charts', async () => (await import('./charts/index.ts')).ChartViews);

export function App({ controller }: { readonly controller: Controller }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <ErrorBoundary fallback={(thrown) => <Crash thrown={thrown} />}>
        <ControllerContext value={controller}>
          <Page />
        </ControllerContext>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Crash({ thrown }: { readonly thrown: unknown }) {
  const texts = useTexts();
  return <FailurePage title={texts.page.crashed} next={texts.page.crashedNext} cause={String(thrown)} />;
}

/** What is not about one run alone is about the first. */
function Page() {
  const first = usePage(({ members }) => members[0]);
  if (!first) return null;
  return (
    <MemberContext value={first}>
      <Rooms />
    </MemberContext>
  );
}

function Rooms() {
  const controller = useController();
  const recipe = useRun((state) => state.wanted.recipe);
  const opened = useRun((state) => state.opened);
  const comparing = usePage(({ members }) => members.length > 1);
  const bringing = usePage((state) => state.bring.open);
  return (
    // The arrow keys only move the focus: choosing a recipe takes Enter, because it leaves a training.
    <Tabs
      value={comparing ? null : recipe}
      onChange={(id) => id && controller.setRecipe(id)}
      activateTabWithKeyboard={false}
      className={classes.page ?? ''}
    >
      <Header />
      <BringDialog silent={!bringing} />
      <AsideToast />
      <KeySheet />
      <main className={classes.main}>
        {comparing ? (
          <div className={classes.panel}>
            <Notices />
            <ComparePanel />
          </div>
        ) : (
          <Tabs.Panel value={recipe} className={classes.panel ?? ''}>
            <Notices />
            <div className={classes.rooms}>
              <div className={classes.settings}>
                <SettingsPanel />
              </div>
              <div className={classes.samples} id="picture" tabIndex={-1}>
                <SamplePanel />
              </div>
              <div className={classes.charts} data-charts={chartsIn(opened)}>
                <ChartViews />
              </div>
            </div>
            <ObjectiveStrip />
          </Tabs.Panel>
        )}
      </main>
    </Tabs>
  );
}

/** So many charts there will be: on a phone their place is kept until they have arrived. */
const chartsIn = (opened: RunSettings): number => (planOf(opened).supervision ? 4 : 3);

/** The controls of all runs, and what is to be known about all of them. */
function Notices() {
  return (
    <>
      <TransportBar />
      <StatusRow />
      <LostNotice />
      <LinkNotice />
      <ProblemMessage />
    </>
  );
}
