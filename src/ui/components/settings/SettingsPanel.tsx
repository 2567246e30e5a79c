import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ParamGroup, ParamSpec } from '../../../core/params.ts';
import { i18n, textOf } from '../../../i18n/index.ts';
import { usePage, useRecipe, useSession } from '../../playground.ts';
import { restartChanges } from '../../state/store.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { NumberControl } from './NumberControl.tsx';
import { SwitchControl } from './SwitchControl.tsx';
import classes from './settings.module.css';

const GROUPS: readonly ParamGroup[] = ['run', 'optimizer', 'gradient', 'sampling', 'errata'];

/** Everything the recipe declares, in groups. Nothing here knows a parameter by name. */
export function SettingsPanel() {
  const { t } = useTranslation();
  const session = useSession();
  const recipe = useRecipe();
  const specs = Object.entries(recipe.params);
  return (
    <section className={classes.panel} aria-labelledby="settings-title">
      <header className={classes.head}>
        <h2 id="settings-title">{t('settings.title')}</h2>
        <Button variant="subtle" size="compact-xs" onClick={session.resetParams}>
          {t('settings.defaults')}
        </Button>
      </header>
      <RestartBar />
      {/* A panel that scrolls must be reachable by keyboard. */}
      <div className={classes.scroll} key={recipe.id}>
        {GROUPS.map((group) => {
          const members = specs.filter(([, spec]) => spec.group === group);
          if (members.length === 0) return null;
          const help = t(`settings.groupHelp.${group}`);
          return (
            <fieldset key={group} className={classes.group}>
              <legend>{t(`settings.group.${group}`)}</legend>
              {help && <p className={classes.note}>{help}</p>}
              {members.map(([name, spec]) => (
                <ParamControl key={name} name={name} spec={spec} />
              ))}
            </fieldset>
          );
        })}
      </div>
    </section>
  );
}

function ParamControl({ name, spec }: { readonly name: string; readonly spec: ParamSpec }) {
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return <NumberControl name={name} spec={spec} />;
    case 'choice':
      return <ChoiceControl name={name} spec={spec} />;
    case 'switch':
      return <SwitchControl name={name} spec={spec} />;
    default:
      return spec satisfies never;
  }
}

const OWN_NAMES = {
  recipe: 'page.recipes',
  data: 'page.dataSet',
  seed: 'transport.seed',
  backend: 'backend.label',
} as const;

const nameOf = (setting: string): string =>
  setting in OWN_NAMES ? i18n.t(OWN_NAMES[setting as keyof typeof OWN_NAMES]) : textOf('param', setting, 'label');

/** Shown while changes wait: a training is never thrown away without being asked for. */
function RestartBar() {
  const { t } = useTranslation();
  const session = useSession();
  // One string, which is equal while nothing changed.
  const names = usePage((state) => restartChanges(state).map(nameOf).join(', '));
  if (!names) return null;
  return (
    <div className={classes.restartBar}>
      <span>{t('restart.waiting', { names })}</span>
      <Button size="compact-xs" onClick={session.restart}>
        {t('restart.now')}
      </Button>
    </div>
  );
}
