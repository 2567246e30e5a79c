import { Button } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { useKept } from '../archive/kept.ts';
import { shownMegabytes, useBroughtHere } from '../archive/useBroughtHere.ts';
import { FileButton } from '../components/FileButton.tsx';
import { ModelSection } from '../models/ModelSection.tsx';
import { useController, usePage } from '../playground.ts';
import { stateOf } from '../state/member.ts';
import type { AsideGroup } from '../state/store.ts';
import { RunRow } from './RunRow.tsx';
import classes from './runs.module.css';

/** What was put aside in this visit, and what this browser keeps beyond it, newest first, with the way back to each. */
export function RunsPanel({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts('runs');
  const controller = useController();
  const aside = usePage((state) => state.aside);
  return (
    <div className={classes.panel}>
      <ModelSection onDone={onDone} />
      <section aria-label={texts.title}>
        <h2>{texts.title}</h2>
        <p className={classes.soft}>{aside.length === 0 ? texts.none : texts.about}</p>
        <ul className={classes.list}>
          {aside.map((group) => {
            const states = group.members.map(stateOf);
            return (
              <RunRow
                key={group.id}
                settings={states.map(({ opened }) => opened)}
                step={states[0]?.step ?? 0}
                view={states[0]?.grid ?? null}
                kept={keptText(texts, group)}
                onGoOn={() => {
                  onDone();
                  controller.bringBack(group.id);
                }}
                onDiscard={() => controller.discard(group.id)}
              />
            );
          })}
        </ul>
      </section>
      <KeptRuns onDone={onDone} />
      <Files onDone={onDone} />
    </div>
  );
}

function KeptRuns({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts('runs');
  const { status, entries, lasting, actions } = useKept();
  const about = status === 'off' ? texts.kept.off : entries.length === 0 ? texts.kept.none : texts.kept.about;
  return (
    <section aria-label={texts.kept.title}>
      <h2>{texts.kept.title}</h2>
      <p className={classes.soft}>
        {about}
        {entries.length > 0 && ` ${lasting ? texts.kept.lasting : texts.kept.passing}`}
      </p>
      <KeepImages />
      <ul className={classes.list}>
        {entries.map(({ id, saved, bytes, members, set }) => (
          <RunRow
            key={id}
            settings={members.map(({ settings }) => settings)}
            step={members[0]?.step ?? 0}
            view={members[0]?.view ?? null}
            dataName={set?.name}
            kept={
              texts.kept.saved({ milliseconds: Date.now() - saved, megabytes: bytes / 2 ** 20 }) +
              (set ? texts.kept.withImages({ megabytes: shownMegabytes(set.bytes) }) : '')
            }
            onGoOn={() => {
              onDone();
              void actions?.goOn(id);
            }}
            onDiscard={() => void actions?.discard(id)}
          />
        ))}
      </ul>
    </section>
  );
}

/** What is on the screen is kept only with images that the person brought: whether they may be. */
function KeepImages() {
  const texts = useTexts('runs');
  const here = useBroughtHere();
  if (!here) return null;
  return (
    <p className={classes.soft}>
      {texts.kept.images(here)}{' '}
      <Button size="compact-xs" variant="default" onClick={here.keep}>
        {texts.kept.keepImages(here)}
      </Button>
    </p>
  );
}

/** Runs that were saved as files. */
function Files({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts('runs');
  const actions = useKept((state) => state.actions);
  if (!actions) return null;
  const { openFile, showBeside, refuseFile } = actions;
  const taking = (act: typeof openFile) => (files: Parameters<typeof openFile>[0]) => {
    onDone();
    void act(files).then((taken) => !taken && refuseFile(files));
  };
  return (
    <section aria-label={texts.files.title}>
      <h2>{texts.files.title}</h2>
      <p className={classes.soft}>{texts.files.about}</p>
      <div className={classes.files}>
        <FileButton single label={texts.files.open} onChoose={taking(openFile)} />
        <FileButton single label={texts.files.beside} onChoose={taking(showBeside)} />
      </div>
    </section>
  );
}

function keptText(texts: ReturnType<typeof useTexts<'runs'>>, { kept }: AsideGroup): string {
  const forms = [...kept.values()];
  const worst = (['gone', 'snapshot', 'whole'] as const).find((form) => forms.some((one) => one.form === form));
  if (!worst) return '';
  return texts.form[worst]({ megabytes: forms.reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20 });
}
