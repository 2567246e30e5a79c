import { Button, CloseButton } from '@mantine/core';
import { findDataSet } from '../../data/sets/index.ts';
import { dataText, formatsNow, type Texts, useTexts } from '../../i18n/index.ts';
import type { SampleView } from '../../protocol/index.ts';
import { changeText } from '../changeText.ts';
import { usePage } from '../playground.ts';
import { presetInner, type RunSettings, recipeOf } from '../state/settings.ts';
import classes from './runs.module.css';
import { Thumbnail } from './Thumbnail.tsx';

interface RunRowProps {
  /** Of each run of the group. */
  readonly settings: readonly RunSettings[];
  readonly step: number;
  readonly view: SampleView | null;
  /** Of a set that was brought in an earlier visit; its id means nothing in this one. */
  readonly dataName?: string | undefined;
  /** How it is kept. */
  readonly kept: string;
  onGoOn(): void;
  onDiscard(): void;
}

/** A run, or several that were trained together, with the way back. */
export function RunRow({ settings, step, view, dataName: given, kept, onGoOn, onDiscard }: RunRowProps) {
  const texts = useTexts('runs');
  const page = useTexts();
  const brought = usePage((state) => state.bring.sets);
  const [first] = settings;
  if (!first) return null;
  const { data, seed } = first;
  const name = formatsNow().list(settings.map(({ recipe }) => recipeOf(recipe).name));
  const set = brought.find(({ id }) => id === data) ?? findDataSet(data) ?? { id: data, name: data };
  const dataName = given ?? dataText(page, set);
  const changes = [...new Set(settings.flatMap((one) => changesOf(page, one)))].join(' · ');
  return (
    <li className={classes.item}>
      <Thumbnail grid={view} />
      <div className={classes.words}>
        <b>{name}</b>
        <span>
          {dataName} · {texts.seed({ seed })} · {texts.step({ step })}
        </span>
        <span className={classes.soft}>{changes || texts.preset}</span>
        <span className={classes.soft}>{kept}</span>
      </div>
      <Button size="compact-xs" aria-label={texts.bringBackHint({ name })} onClick={onGoOn}>
        {texts.bringBack}
      </Button>
      <CloseButton size="sm" aria-label={texts.discard({ name })} onClick={onDiscard} />
    </li>
  );
}

/** What differs from the recipe as it comes. */
function changesOf(texts: Texts, opened: RunSettings): readonly string[] {
  const { params } = presetInner(opened);
  const changed = Object.entries(opened.params).filter(([name, value]) => params[name] !== value);
  const named = changed.map(([name, value]) => changeText(texts, name, value));
  return opened.generator || opened.discriminator ? [...named, texts.settings.networks] : named;
}
