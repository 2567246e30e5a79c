import { MantineProvider } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { imported } from '../core/imported.ts';
import { loadPart, useTexts } from '../i18n/index.ts';
import classes from './App.module.css';
import { TopBar } from './bar/TopBar.tsx';
import { schemeManager } from './colours.ts';
import { AsideToast } from './components/AsideToast.tsx';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { FailurePage } from './components/FailurePage.tsx';
import { KeySheet } from './components/KeySheet.tsx';
import { late } from './components/late.tsx';
import { PaneTabs } from './components/PaneTabs.tsx';
import { Dock } from './dock/Dock.tsx';
import { DOCK_TABS, isInLesson, useLayout } from './layout.ts';
import { ControllerContext, MemberContext, usePage, ViewContext } from './playground.ts';
import { followPrinting, usePrinting } from './print/printing.ts';
import { Rail } from './rail/Rail.tsx';
import { ExportSheet } from './saving/ExportSheet.tsx';
import { LinksSheet } from './share/LinksSheet.tsx';
import { ShareSheet } from './share/ShareSheet.tsx';
import { followFull } from './show/full.ts';
import { PresentBar } from './show/PresentBar.tsx';
import { useAwake } from './show/useAwake.ts';
import { ComparePanel } from './stage/LateCompare.ts';
import { Stage } from './stage/Stage.tsx';
import type { Controller } from './state/controller.ts';
import { Strip } from './strip/Strip.tsx';
import { theme, variables } from './theme.ts';
import type { PageView } from './view.ts';

// Not everybody's, so nobody waits for them: vite.config.ts counts them apart from the page.
const BringDialog = late(
  'bring',
  imported(
    () => import('./components/BringDialog.tsx'),
    (module) => module.BringDialog,
  ),
);
const PrintSheet = late(
  'print',
  imported(
    async () => (await Promise.all([import('./print/PrintSheet.tsx'), loadPart('understand')]))[0],
    (module) => module.PrintSheet,
  ),
);
const EmbedPage = late(
  'embed',
  imported(
    () => import('./show/EmbedPage.tsx'),
    (module) => module.EmbedPage,
  ),
);

interface AppProps {
  readonly controller: Controller;
  readonly view: PageView;
}

export function App({ controller, view }: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      <ErrorBoundary fallback={(thrown) => <Crash thrown={thrown} />}>
        <ControllerContext value={controller}>
          <ViewContext value={view}>
            <Page />
          </ViewContext>
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
  const place = useRef<HTMLDivElement>(null);
  const present = useLayout((state) => state.present);
  useAwake(place, present);
  useEffect(followFull, []);
  useEffect(followPrinting, []);
  const printing = usePrinting((state) => state.wanted);
  const first = usePage(({ members }) => members[0]);
  const bringing = usePage((state) => state.bring.open);
  const comparing = usePage(({ members }) => members.length > 1);
  const inLesson = useLayout(isInLesson);
  const embedded = useLayout(({ embed }) => embed.length > 0);
  if (!first) return null;
  if (embedded)
    return (
      <MemberContext value={first}>
        <EmbedPage />
      </MemberContext>
    );
  return (
    <MemberContext value={first}>
      <div ref={place} className={classes.page} data-present={present || undefined} data-bare={present || undefined}>
        {!present && <TopBar />}
        <main className={classes.main}>
          <AsideToast />
          <Strip />
          <Rooms />
        </main>
        {present ? <PresentBar /> : (!comparing || inLesson) && <PaneTabs />}
      </div>
      <BringDialog silent={!bringing} />
      {printing && <PrintSheet silent />}
      <KeySheet />
      <ExportSheet />
      <ShareSheet />
      <LinksSheet />
    </MemberContext>
  );
}

/** The picture comes first for those who go by keyboard, and between the other two for those who look. */
function Rooms() {
  const comparing = usePage(({ members }) => members.length > 1);
  const rail = useLayout((state) => state.rail);
  const pane = useLayout((state) => state.pane);
  const alone = useLayout(
    ({ present, dock, charts, hidden }) =>
      (present && dock === 'curves' && charts.length === 0) || DOCK_TABS.every((tab) => hidden.includes(tab)),
  );
  const inLesson = useLayout((state) => isInLesson(state) && !state.present);
  if (comparing && !inLesson) return <ComparePanel />;
  // A lesson that is about several keeps its card.
  if (comparing)
    return (
      <div className={classes.rooms} data-rail={rail} data-pane={pane} data-several>
        <div className={classes.several}>
          <ComparePanel />
        </div>
        <div className={classes.rail}>
          <Rail />
        </div>
      </div>
    );
  return (
    <div className={classes.rooms} data-rail={rail} data-pane={pane} data-alone={alone || undefined}>
      <div className={classes.stage} id="picture" tabIndex={-1}>
        <Stage />
      </div>
      <div className={classes.dock}>
        <Dock />
      </div>
      <div className={classes.rail}>
        <Rail />
      </div>
    </div>
  );
}
