import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { findDataSet } from '../../data/sets/index.ts';
import { dataText, formatsNow, useTexts } from '../../i18n/index.ts';
import { Thumbnail } from '../runs/Thumbnail.tsx';
import { recipeOf } from '../state/settings.ts';
import { Notice } from '../strip/Notice.tsx';
import { useKept } from './kept.ts';
import type { ShelfEntry } from './shelf.ts';
import { useBroughtHere } from './useBroughtHere.ts';

/** What an earlier visit left, with the way back to it; or why nothing can be kept. */
export function KeptNotice() {
  const texts = useTexts('archive');
  const offer = useKept((state) => state.offer);
  const reading = useKept((state) => state.reading);
  const said = useKept((state) => state.said);
  const full = useKept(({ status }) => status === 'full');
  if (reading !== null)
    return (
      <Notice tone="plain" icon={<IconHistory size={17} aria-hidden />}>
        {texts.reading({ name: reading })}
      </Notice>
    );
  if (offer) return <Offer {...offer} />;
  if (!full && !said) return <BroughtOffer />;
  return (
    <Notice
      tone={full ? 'warn' : 'plain'}
      icon={<IconHistory size={17} aria-hidden />}
      dismiss={{
        label: texts.dismiss,
        onDismiss: () => useKept.setState(full ? { status: 'on' } : { said: null }),
      }}
    >
      {full ? texts.full : said && texts.said[said]}
    </Notice>
  );
}

/** A run on images that the person brought is kept only with them. */
function BroughtOffer() {
  const texts = useTexts('archive');
  const here = useBroughtHere();
  if (!here?.asking) return null;
  return (
    <Notice
      tone="plain"
      icon={<IconHistory size={17} aria-hidden />}
      actions={
        <Button size="compact-xs" onClick={here.keep}>
          {texts.keepImages(here)}
        </Button>
      }
      dismiss={{ label: texts.dismiss, onDismiss: here.decline }}
    >
      {texts.notKept(here)}
    </Notice>
  );
}

function Offer({ id, saved, members, set }: ShelfEntry) {
  const texts = useTexts('archive');
  const page = useTexts();
  const actions = useKept((state) => state.actions);
  const [first] = members;
  if (!first || !actions) return null;
  const name = formatsNow().list(members.map(({ settings }) => recipeOf(settings.recipe).name));
  const { data: known } = first.settings;
  const data = dataText(page, set ?? findDataSet(known) ?? { id: known, name: known });
  return (
    <Notice
      tone="plain"
      label={texts.label}
      icon={<Thumbnail grid={first.view} small />}
      actions={
        <Button size="compact-xs" onClick={() => void actions.goOn(id)}>
          {texts.goOn}
        </Button>
      }
      dismiss={{ label: texts.dismiss, onDismiss: () => useKept.setState({ offer: null }) }}
    >
      {texts.offer({ name, data, step: first.step, milliseconds: Date.now() - saved })}
    </Notice>
  );
}
