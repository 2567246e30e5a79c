import { IconLock } from '@tabler/icons-react';
import { isInEffect, type ParamGroup, type ParamSpec, type ParamSpecs } from '../../core/params.ts';
import { formatsNow, useTexts } from '../../i18n/index.ts';
import { cautionOf } from '../../i18n/problems/index.ts';
import { useRecipe, useRun, useSpecs } from '../playground.ts';
import { LockContext, type Right, useRight } from '../show/rights.ts';
import { cautionsOf } from '../state/plan.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { WithHelp } from './LateHelp.tsx';
import { NetworksButton } from './NetworksButton.tsx';
import { NumberControl } from './NumberControl.tsx';
import { ParamStatus } from './ParamStatus.tsx';
import { Reading, Section } from './Section.tsx';
import { SettingsReading } from './SettingsReading.tsx';
import { SwitchControl } from './SwitchControl.tsx';
import classes from './settings.module.css';

/** Under “More”, in this order; errata are a section of their own. */
const GROUPS: readonly ParamGroup[] = ['run', 'labels', 'objective', 'gradient', 'optimizer', 'sampling'];

/**
 * Everything the recipe declares: a few first, and the rest in sections to open. What has no effect beside the other
 * choices is not shown. Nothing here knows a parameter by name.
 */
export function Settings() {
  const texts = useTexts();
  const right = useRight('settings');
  const recipe = useRecipe();
  const all = useSpecs();
  // One string, which is equal while nothing changed.
  const inEffect = useRun(({ wanted }) => {
    const shown = Object.entries(all).filter(([, spec]) => isInEffect(spec, wanted.params));
    return shown.map(([name]) => name).join(' ');
  }).split(' ');
  const of = (wants: (spec: ParamSpec) => boolean): ParamSpecs =>
    Object.fromEntries(Object.entries(all).filter(([name, spec]) => inEffect.includes(name) && wants(spec)));

  const errata = of(({ group }) => group === 'errata');
  const more = of(({ group, prominent }) => group !== 'errata' && !prominent);
  return (
    <WithHelp key={recipe.id}>
      <Cautions />
      {right === 'hidden' ? (
        <SettingsReading specs={of(({ prominent }) => prominent === true)} />
      ) : (
        <LockContext value={right === 'locked'}>
          <LockNote right={right} />
          <Controls specs={of(({ prominent }) => prominent === true)} />
          <Section
            id="more"
            title={texts.settings.more}
            note={texts.settings.count({ count: Object.keys(more).length })}
          >
            {GROUPS.map((group) => (
              <Group key={group} group={group} specs={of((spec) => spec.group === group && !spec.prominent)} />
            ))}
          </Section>
        </LockContext>
      )}
      <NetworksButton />
      {Object.keys(errata).length > 0 && <Errata errata={errata} />}
    </WithHelp>
  );
}

/** A word on controls that do nothing. */
function LockNote({ right }: { readonly right: Right }) {
  const texts = useTexts();
  if (right !== 'locked') return null;
  return (
    <p className={classes.locked}>
      <IconLock size={13} aria-hidden /> {texts.show.locked}
    </p>
  );
}

function Errata({ errata }: { readonly errata: ParamSpecs }) {
  const texts = useTexts();
  const right = useRight('errata');
  const title = texts.settings.group.errata;
  const note = <Committed errata={errata} />;
  if (right === 'hidden') return <Reading title={title} note={note} />;
  return (
    <Section id="errata" title={title} note={note}>
      <LockContext value={right === 'locked'}>
        <LockNote right={right} />
        <p className={classes.note}>{texts.settings.groupHelp.errata}</p>
        <Controls specs={errata} />
      </LockContext>
    </Section>
  );
}

/** How many of the popular code's errors are made. */
function Committed({ errata }: { readonly errata: ParamSpecs }) {
  const texts = useTexts();
  const count = useRun(({ wanted }) => Object.keys(errata).filter((name) => wanted.params[name] === true).length);
  return texts.settings.committed({ count });
}

function Group({ group, specs }: { readonly group: ParamGroup; readonly specs: ParamSpecs }) {
  const texts = useTexts();
  if (Object.keys(specs).length === 0) return null;
  const help = texts.settings.groupHelp[group];
  return (
    <fieldset className={classes.group}>
      <legend>{texts.settings.group[group]}</legend>
      {help && <p className={classes.note}>{help}</p>}
      <Controls specs={specs} />
    </fieldset>
  );
}

const Controls = ({ specs }: { readonly specs: ParamSpecs }) =>
  Object.entries(specs).map(([name, spec]) => (
    <div key={name}>
      <ParamControl name={name} spec={spec} />
      <ParamStatus name={name} />
    </div>
  ));

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

function Cautions() {
  // One string, which is equal while nothing changed.
  const text = useRun(({ wanted }) => formatsNow().sentences(cautionsOf(wanted).map(cautionOf)));
  return text ? <p className={classes.caution}>{text}</p> : null;
}
