import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { EMBED_PARTS, type EmbedPart, LOCKABLE, useLayout } from '../layout.ts';
import { useController, usePageView } from '../playground.ts';
import { linkTo } from '../state/link.ts';
import { DEFAULT_VIEW, type View } from '../state/viewLink.ts';
import { CopyField } from './CopyField.tsx';
import { frameOf } from './frame.ts';
import { QrCard } from './QrCard.tsx';
import { Readers, type Rights } from './Readers.tsx';
import classes from './share.module.css';

/** What the page itself was opened with goes on to the next. */
const rightsNow = (): Rights => {
  const { hidden, locked } = useLayout.getState();
  const entries = LOCKABLE.map((name) => [
    name,
    hidden.includes(name) ? 'hidden' : locked.includes(name) ? 'locked' : 'free',
  ]);
  return Object.fromEntries(entries) as Rights;
};

/** The link to what is set, with the view or without it: to copy, as a QR code, and as a frame for another page. */
export function SharePanel() {
  const texts = useTexts('share');
  const page = useTexts();
  const { page: store } = useController();
  const view = usePageView();
  const [withView, setWithView] = useState(false);
  const [rights, setRights] = useState(rightsNow);
  const [parts, setParts] = useState<readonly EmbedPart[]>(['stage', 'curves']);
  const shown: View = {
    ...(withView ? { ...view.whole(), embed: [] } : DEFAULT_VIEW),
    hide: [
      ...LOCKABLE.filter((name) => rights[name] === 'hidden'),
      ...(withView ? view.now().hide.filter((name) => !LOCKABLE.some((one) => one === name)) : []),
    ],
    lock: LOCKABLE.filter((name) => rights[name] === 'locked'),
  };
  const link = linkTo(window, store, shown);
  const nameOf = (part: EmbedPart): string => (part === 'stage' ? page.panes.pane.picture : page.dock.tab[part]);
  return (
    <div className={classes.panel}>
      <div className={classes.link}>
        <CopyField label={texts.link} value={link} copy={page.page.share} />
        <Switch
          size="xs"
          label={texts.withView}
          description={texts.withViewHint}
          checked={withView}
          onChange={(event) => setWithView(event.currentTarget.checked)}
        />
        <Readers rights={rights} onChange={setRights} />
        <fieldset className={classes.parts}>
          <legend>{texts.frameParts}</legend>
          {EMBED_PARTS.map((part) => (
            <label key={part}>
              <input
                type="checkbox"
                checked={parts.includes(part)}
                onChange={() => {
                  const next = EMBED_PARTS.filter((one) => parts.includes(one) !== (one === part));
                  if (next.length > 0) setParts(next);
                }}
              />
              {nameOf(part)}
            </label>
          ))}
        </fieldset>
        <CopyField label={texts.frame} value={frameOf(link, parts, page.page.name)} copy={texts.copyFrame} />
      </div>
      <QrCard link={link} />
    </div>
  );
}
