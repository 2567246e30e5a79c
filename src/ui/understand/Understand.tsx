import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { UNDERSTAND_TABS, type UnderstandTab, useLayout } from '../layout.ts';
import { FullButton } from '../show/FullButton.tsx';
import { Errata } from './Errata.tsx';
import { Losses } from './Losses.tsx';
import { SampleWay } from './SampleWay.tsx';
import { StepByStep } from './StepByStep.tsx';
import classes from './understand.module.css';
import { WhyHold } from './WhyHold.tsx';

/** What there is to understand of the run that is open, one thing at a time. */
export function Understand() {
  const texts = useTexts('understand');
  const open = useLayout(({ understand }) => understand);
  return (
    <Tabs
      value={open}
      onChange={(understand) => useLayout.setState({ understand: understand as UnderstandTab })}
      keepMounted={false}
      className={classes.tabs ?? ''}
      data-card=""
    >
      <header className={classes.head}>
        <Tabs.List aria-label={texts.label}>
          {UNDERSTAND_TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {texts.tab[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <FullButton of={texts.tab[open]} />
      </header>
      {UNDERSTAND_TABS.map((tab) => (
        <Tabs.Panel key={tab} value={tab} className={classes.panel ?? ''}>
          <Content tab={tab} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function Content({ tab }: { readonly tab: UnderstandTab }) {
  switch (tab) {
    case 'losses':
      return (
        <Scrolls tab={tab}>
          <Losses />
        </Scrolls>
      );
    case 'step':
      return <StepByStep />;
    case 'sample':
      return <SampleWay />;
    case 'gradient':
      return (
        <Scrolls tab={tab}>
          <WhyHold />
        </Scrolls>
      );
    case 'errata':
      return (
        <Scrolls tab={tab}>
          <Errata />
        </Scrolls>
      );
    default:
      return tab satisfies never;
  }
}

function Scrolls({ tab, children }: { readonly tab: UnderstandTab; readonly children: ReactNode }) {
  const texts = useTexts('understand');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused
    <section className={classes.understand} tabIndex={0} aria-label={texts.tab[tab]}>
      {children}
    </section>
  );
}
