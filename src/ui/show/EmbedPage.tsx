import { IconExternalLink, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { DOCK_VIEWS } from '../dock/views.ts';
import { useLayout } from '../layout.ts';
import { useController, useGroup, usePage } from '../playground.ts';
import { ComparePanel } from '../stage/LateCompare.ts';
import { Stage } from '../stage/Stage.tsx';
import { linkTo } from '../state/link.ts';
import { isTraining } from '../state/phase.ts';
import { DEFAULT_VIEW } from '../state/viewLink.ts';
import { Strip } from '../strip/Strip.tsx';
import classes from './embed.module.css';

/** Parts of the page in another page's frame, with the training and the way to the whole. */
export function EmbedPage() {
  const texts = useTexts();
  const parts = useLayout(({ embed }) => embed);
  const comparing = usePage(({ members }) => members.length > 1);
  return (
    <div className={classes.page} data-bare data-embed>
      <main className={classes.main}>
        <Strip />
        <div className={classes.parts}>
          {comparing ? (
            <ComparePanel />
          ) : (
            parts.map((part) => {
              if (part === 'stage')
                return (
                  <div key={part} className={classes.part} id="picture">
                    <Stage />
                  </div>
                );
              const View = DOCK_VIEWS[part];
              return (
                <section key={part} className={classes.part} aria-label={texts.dock.tab[part]}>
                  <View />
                </section>
              );
            })
          )}
        </div>
      </main>
      <Foot />
    </div>
  );
}

function Foot() {
  const texts = useTexts();
  const { page, toggle } = useController();
  const active = useGroup(({ phase }) => isTraining(phase) || (phase.kind === 'opening' && phase.train));
  const stuck = useGroup(({ phase }) => phase.kind === 'failed');
  const step = useGroup((state) => state.step);
  const lost = usePage((state) => state.lost !== null);
  // What is open decides the link.
  usePage(({ members }) => members);
  return (
    <footer className={classes.foot}>
      <button type="button" disabled={stuck || lost} onClick={toggle}>
        {active ? <IconPlayerPauseFilled size={13} aria-hidden /> : <IconPlayerPlayFilled size={13} aria-hidden />}
        {active ? texts.transport.pause : texts.transport.train}
      </button>
      <span>{texts.grid.atStep({ step })}</span>
      <a href={linkTo(window, page, DEFAULT_VIEW)} target="_blank" rel="noopener">
        {texts.show.openWhole} <IconExternalLink size={13} aria-hidden />
      </a>
    </footer>
  );
}
