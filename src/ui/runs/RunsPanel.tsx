import { Button, CloseButton } from '@mantine/core';
import { findDataSet } from '../../data/sets/index.ts';
import { optionText, paramTexts, type Texts, useTexts } from '../../i18n/index.ts';
import { formatExact } from '../format.ts';
import { useController, usePage } from '../playground.ts';
import { stateOf } from '../state/member.ts';
import { presetInner, type RunSettings, recipeOf } from '../state/settings.ts';
import type { AsideGroup } from '../state/store.ts';
import classes from './runs.module.css';
import { Thumbnail } from './Thumbnail.tsx';

/** What was put aside, newest first, and the way back to each. */
export function RunsPanel({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts('runs');
  const aside = usePage((state) => state.aside);
  return (
    <section aria-label={texts.title} className={classes.panel}>
      <h2>{texts.title}</h2>
      <p className={classes.soft}>{aside.length === 0 ? texts.none : texts.about}</p>
      <ul className={classes.list}>
        {aside.map((group) => (
          <Item key={group.id} group={group} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

function Item({ group, onDone }: { readonly group: AsideGroup; readonly onDone: () => void }) {
  const texts = useTexts('runs');
  const page = useTexts();
  const controller = useController();
  const states = group.members.map(stateOf);
  const [first] = states;
  const brought = usePage((state) => state.bring.sets);
  if (!first) return null;
  const { data, seed } = first.opened;
  const name = states.map(({ opened }) => recipeOf(opened.recipe).name).join(', ');
  const dataName = (brought.find(({ id }) => id === data) ?? findDataSet(data))?.name ?? data;
  const changes = [...new Set(states.flatMap(({ opened }) => changesOf(page, opened)))].join(' · ');
  return (
    <li className={classes.item}>
      <Thumbnail grid={first.grid} />
      <div className={classes.words}>
        <b>{name}</b>
        <span>
          {dataName} · {texts.seed({ seed })} · {texts.step({ step: first.step })}
        </span>
        <span className={classes.soft}>{changes || texts.preset}</span>
        <span className={classes.soft}>{keptText(texts, group)}</span>
      </div>
      <Button
        size="compact-xs"
        aria-label={texts.bringBackHint({ name })}
        onClick={() => {
          onDone();
          controller.bringBack(group.id);
        }}
      >
        {texts.bringBack}
      </Button>
      <CloseButton size="sm" aria-label={texts.discard({ name })} onClick={() => controller.discard(group.id)} />
    </li>
  );
}

/** What differs from the recipe as it comes. */
function changesOf(texts: Texts, opened: RunSettings): readonly string[] {
  const { params } = presetInner(opened);
  const changed = Object.entries(opened.params).filter(([name, value]) => params[name] !== value);
  const named = changed.map(([name, value]) => {
    const { label } = paramTexts(texts, name);
    if (typeof value === 'number') return `${label} ${formatExact(value)}`;
    return `${label}: ${typeof value === 'boolean' ? texts.settings[value ? 'on' : 'off'] : optionText(texts, name, value)}`;
  });
  return opened.generator || opened.discriminator ? [...named, texts.settings.networks] : named;
}

function keptText(texts: ReturnType<typeof useTexts<'runs'>>, { kept }: AsideGroup): string {
  const forms = [...kept.values()];
  const worst = (['gone', 'snapshot', 'whole'] as const).find((form) => forms.some((one) => one.form === form));
  if (!worst) return '';
  return texts.form[worst]({ megabytes: forms.reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20 });
}
