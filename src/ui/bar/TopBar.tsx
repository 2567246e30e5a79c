import { useTexts } from '../../i18n/index.ts';
import classes from './bar.module.css';
import { DataPicker } from './DataPicker.tsx';
import { Logo } from './Logo.tsx';
import { MainMenu } from './MainMenu.tsx';
import { StatusMenu } from './StatusMenu.tsx';
import { SystemPicker } from './SystemPicker.tsx';
import { Transport } from './Transport.tsx';

/** What is trained, on what; the training itself; where it runs; and the rest behind one button. */
export function TopBar() {
  const texts = useTexts();
  return (
    <header className={classes.bar}>
      <SkipLink />
      <h1 className={classes.name}>
        <Logo /> <span>{texts.page.name}</span>
      </h1>
      <SystemPicker />
      <DataPicker />
      <Transport />
      <StatusMenu />
      <MainMenu />
    </header>
  );
}

/** Past systems and settings, to what there is to see. The address belongs to the settings, so it stays as it is. */
function SkipLink() {
  const texts = useTexts();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place, as its address says; only the address bar does not follow
    <a
      href="#picture"
      className={classes.skip}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('picture')?.focus();
      }}
    >
      {texts.page.skip}
    </a>
  );
}
