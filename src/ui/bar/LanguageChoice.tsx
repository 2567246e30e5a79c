import { IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { type LanguageId, languageNames, useLanguage, useTexts } from '../../i18n/index.ts';
import { keepLanguage } from '../language.ts';
import classes from './bar.module.css';

/** The page's languages, each by its own name; the choice is remembered in this browser. */
export function LanguageChoice() {
  const texts = useTexts().menu;
  const spoken = useLanguage();
  const [failed, setFailed] = useState<string | null>(null);
  const choose = (id: LanguageId, name: string): void => {
    setFailed(null);
    keepLanguage(id).catch((thrown: unknown) => {
      console.warn(thrown);
      setFailed(name);
    });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent, and cannot be laid out as a line
    <div role="group" aria-label={texts.language} className={classes.languages}>
      <IconLanguage size={16} aria-hidden />
      {languageNames.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          lang={id}
          className={classes.language}
          aria-pressed={id === spoken}
          onClick={() => choose(id, name)}
        >
          {name}
        </button>
      ))}
      {failed !== null && <p role="alert">{texts.noLanguage({ name: failed })}</p>}
    </div>
  );
}
