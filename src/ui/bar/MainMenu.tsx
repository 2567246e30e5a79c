import {
  IconDots,
  IconDownload,
  IconKeyboard,
  IconPresentation,
  IconPrinter,
  IconShare,
  IconStack3,
} from '@tabler/icons-react';
import { useState } from 'react';
import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { usePage } from '../playground.ts';
import { printPage } from '../print/printing.ts';
import { togglePresentation } from '../show/present.ts';
import { Bubble } from './Bubble.tsx';
import classes from './bar.module.css';
import { LanguageChoice } from './LanguageChoice.tsx';
import { SchemeToggle } from './SchemeToggle.tsx';

const RunsPanel = late(
  'runs',
  imported(
    () => import('../runs/RunsPanel.tsx'),
    (module) => module.RunsPanel,
  ),
);

/** Everything that is not about the next minute: runs that were put aside, the link, colours, keys. */
export function MainMenu() {
  const texts = useTexts();
  const count = usePage(({ aside }) => aside.length);
  return (
    <Bubble
      label={texts.menu.label}
      title={texts.menu.hint}
      align="end"
      className={classes.more}
      face={
        <>
          <IconDots size={18} aria-hidden />
          {count > 0 && <span className={classes.count}>{count}</span>}
        </>
      }
    >
      {(close) => <Menu onDone={close} />}
    </Bubble>
  );
}

function Menu({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts();
  const [runs, setRuns] = useState(false);
  const count = usePage(({ aside }) => aside.length);
  if (runs) return <RunsPanel onDone={onDone} />;
  return (
    <div className={classes.menu}>
      <button type="button" className={classes.item} title={texts.aside.runsHint} onClick={() => setRuns(true)}>
        <IconStack3 size={16} aria-hidden /> {texts.aside.runs({ count })}
      </button>
      <button
        type="button"
        className={classes.item}
        title={texts.menu.saveHint}
        popoverTarget="exports"
        onClick={onDone}
      >
        <IconDownload size={16} aria-hidden /> {texts.menu.save} <kbd>{texts.menu.saveKey}</kbd>
      </button>
      <button
        type="button"
        className={classes.item}
        title={texts.show.presentHint}
        onClick={() => {
          onDone();
          togglePresentation();
        }}
      >
        <IconPresentation size={16} aria-hidden /> {texts.show.present} <kbd>{texts.show.presentKey}</kbd>
      </button>
      <button
        type="button"
        className={classes.item}
        title={texts.menu.shareHint}
        popoverTarget="share"
        onClick={onDone}
      >
        <IconShare size={16} aria-hidden /> {texts.menu.shareOpen}
      </button>
      <button
        type="button"
        className={classes.item}
        title={texts.menu.printHint}
        onClick={() => {
          onDone();
          void printPage();
        }}
      >
        <IconPrinter size={16} aria-hidden /> {texts.menu.print}
      </button>
      <SchemeToggle />
      <LanguageChoice />
      <button type="button" className={classes.item} popoverTarget="keys" onClick={onDone}>
        <IconKeyboard size={16} aria-hidden /> {texts.keys.title} <kbd>?</kbd>
      </button>
    </div>
  );
}
