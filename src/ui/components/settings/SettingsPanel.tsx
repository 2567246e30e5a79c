import { Button } from '@mantine/core';
import { isInEffect, type ParamGroup, type ParamSpec } from '../../../core/params.ts';
import { paramTexts, type Texts, useTexts } from '../../../i18n/index.ts';
import { cautionOf } from '../../../i18n/problems/index.ts';
import { useController, useRecipe, useRun, useSpecs } from '../../playground.ts';
import { differencesOf } from '../../state/differences.ts';
import { cautionsOf } from '../../state/plan.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { WithHelp } from './LateHelp.tsx';
import { NetworksButton } from './NetworksButton.tsx';
import { NumberControl } from './NumberControl.tsx';
import { ParamStatus } from './ParamStatus.tsx';
import { SwitchControl } from './SwitchControl.tsx';
import classes from './settings.module.css';

const GROUPS: readonly ParamGroup[] = ['run', 'labels', 'objective', 'gradient', 'optimizer', 'sampling', 'errata'];

/** Everything the recipe declares, in groups. Nothing here knows a parameter by name. */
export function SettingsPanel() {
  const texts = useTexts();
  const session = useController();
  const recipe = useRecipe();
  const all = useSpecs();
  // What has no effect beside the other choices is not shown. One string, which is equal while nothing changed.
  const shown = useRun(({ wanted }) => {
    const inEffect = Object.entries(all).filter(([, spec]) => isInEffect(spec, wanted.params));
    return inEffect.map(([name]) => name).join(' ');
  }).split(' ');
  const specs = Object.entries(all).filter(([name]) => shown.includes(name));
  return (
    <section className={classes.panel} aria-labelledby="settings-title">
      <header className={classes.head}>
        <h2 id="settings-title">{texts.settings.title}</h2>
        <NetworksButton />
        <Button variant="subtle" size="compact-xs" onClick={session.resetParams}>
          {texts.settings.defaults}
        </Button>
      </header>
      <RestartBar />
      {/* A panel that scrolls must be reachable by keyboard. */}
      <div className={classes.scroll} key={recipe.id}>
        <WithHelp>
          {GROUPS.map((group) => {
            const members = specs.filter(([, spec]) => spec.group === group);
            if (members.length === 0) return null;
            const help = texts.settings.groupHelp[group];
            return (
              <fieldset key={group} className={classes.group}>
                <legend>{texts.settings.group[group]}</legend>
                {help && <p className={classes.note}>{help}</p>}
                {group === 'gradient' && <Cautions />}
                {members.map(([name, spec]) => (
                  <div key={name}>
                    <ParamControl name={name} spec={spec} />
                    <ParamStatus name={name} />
                  </div>
                ))}
              </fieldset>
            );
          })}
        </WithHelp>
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

/** What a setting is called that is not a parameter. */
const ownNames = ({ settings }: Texts): Readonly<Record<string, string>> => ({
  generator: settings.networks,
  discriminator: settings.networks,
});

const nameOf = (texts: Texts, setting: string): string => ownNames(texts)[setting] ?? paramTexts(texts, setting).label;

function Cautions() {
  // One string, which is equal while nothing changed.
  const text = useRun(({ wanted }) => cautionsOf(wanted).map(cautionOf).join(' '));
  return text ? <p className={classes.caution}>{text}</p> : null;
}

/** Shown while changes wait: a training is never left without being asked for. */
function RestartBar() {
  const texts = useTexts();
  const controller = useController();
  const names = useRun(({ opened, wanted }) =>
    [...new Set(differencesOf(opened, wanted).waiting.map((setting) => nameOf(texts, setting)))].join(', '),
  );
  if (!names) return null;
  return (
    <div className={classes.restartBar}>
      <span>{texts.restart.waiting({ names })}</span>
      <span className={classes.restartButtons}>
        <Button size="compact-xs" onClick={controller.startOver}>
          {texts.restart.now}
        </Button>
        <Button size="compact-xs" variant="default" onClick={controller.keep}>
          {texts.restart.keepAll}
        </Button>
      </span>
    </div>
  );
}
