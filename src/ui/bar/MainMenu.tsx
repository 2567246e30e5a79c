import {
  IconDots,
  IconDownload,
  IconKeyboard,
  IconPresentation,
  IconPrinter,
  IconShare,
  IconStack3,
} from '@tabler/icons-react';
import { type ComponentProps, useState } from 'react';
import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { usePage } from '../playground.ts';
import { printPage } from '../print/printing.ts';
import { togglePresentation } from '../show/present.ts';
import { Bubble } from './Bubble.tsx';
import classes from './bar.module.css';
import { LanguageChoice } from './LanguageChoice.tsx';
import { MenuItem } from './MenuItem.tsx';
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
  const after = (act: () => void) => (): void => {
    onDone();
    act();
  };
  const { aside, menu, show } = texts;
  const items: readonly ComponentProps<typeof MenuItem>[] = [
    { icon: IconStack3, text: aside.runs({ count }), hint: aside.runsHint, onPress: () => setRuns(true) },
    {
      icon: IconDownload,
      text: menu.save,
      hint: menu.saveHint,
      shortcut: menu.saveKey,
      opens: 'exports',
      onPress: onDone,
    },
    {
      icon: IconPresentation,
      text: show.present,
      hint: show.presentHint,
      shortcut: show.presentKey,
      onPress: after(togglePresentation),
    },
    { icon: IconShare, text: menu.shareOpen, hint: menu.shareHint, opens: 'share', onPress: onDone },
    { icon: IconPrinter, text: menu.print, hint: menu.printHint, onPress: after(() => void printPage()) },
  ];
  return (
    <div className={classes.menu}>
      {items.map((item) => (
        <MenuItem key={item.text} {...item} />
      ))}
      <SchemeToggle />
      <LanguageChoice />
      <MenuItem icon={IconKeyboard} text={texts.keys.title} shortcut="?" opens="keys" onPress={onDone} />
    </div>
  );
}
