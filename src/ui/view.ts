/** The view that a link tells of: where each part of it is kept, and how it is shown. */
import { imported } from '../core/imported.ts';
import { chooseLanguage, languageNow, onLanguage } from '../i18n/index.ts';
import { followScheme, schemeNow, schemeOfLink, takeSchemeOfLink } from './colours.ts';
import { hasRoomForAll, useLayout } from './layout.ts';
import { stepsOf } from './quality/every.ts';
import type { Controller } from './state/controller.ts';
import type { ViewPort } from './state/link.ts';
import { type Member, stateOf } from './state/member.ts';
import { recipeOf } from './state/settings.ts';
import type { View } from './state/viewLink.ts';

export interface PageView extends ViewPort {
  /** With language and colours, which the address has only if it came with them. */
  whole(): View;
}

/** Fetched when somebody measures. */
const qualityOf = imported(
  () => import('./quality/quality.ts'),
  (module) => module.qualityOf,
);

const classOf = (member: Member | undefined): View['class'] => {
  if (!member) return 'all';
  const { classes, wanted } = stateOf(member);
  return recipeOf(wanted.recipe).conditional ? classes : 'all';
};

export function createPageView(controller: Controller): PageView {
  const { page } = controller;
  let lang: View['lang'] = null;

  const now = (): View => {
    const layout = useLayout.getState();
    const { rail, mode, dock, understand, stage, arrows, charts, present, lesson, every } = layout;

    return {
      class: classOf(page.getState().members[0]),
      dock,
      understand,
      stage,
      rail: rail === hasRoomForAll() ? null : rail ? 'open' : 'closed',
      arrows,
      every,
      charts,
      present,
      embed: layout.embed,
      hide: layout.hidden,
      lock: layout.locked,
      lesson: mode === 'lesson' ? lesson : '',
      lang: lang === null ? null : languageNow(),
      theme: schemeOfLink(),
    };
  };

  const measureEvery = (every: View['every']): void => {
    if (every === useLayout.getState().every) return;
    qualityOf()
      .then((of) => {
        for (const member of page.getState().members) of(controller, member).change({ every: stepsOf(every) });
      })
      .catch(console.warn);
  };

  return {
    now,
    whole: () => ({ ...now(), lang: languageNow(), theme: schemeNow() }),
    show({ class: classes, rail, every, hide, lock, theme, lang: asked, ...layout }) {
      lang = asked;
      if (asked !== null) chooseLanguage(asked).catch(console.warn);
      takeSchemeOfLink(theme);
      useLayout.setState({
        ...layout,
        hidden: hide,
        locked: lock,
        ...(rail !== null && { rail: rail === 'open' }),
        ...(layout.lesson !== '' && { mode: 'lesson' as const, pane: 'lesson' as const }),
      });
      for (const member of page.getState().members)
        if (stateOf(member).classes !== classes && classes !== classOf(member)) controller.view(member, classes);
      measureEvery(every);
    },
    subscribe(listener) {
      let of = page.getState().members;
      const classesOf = (members: readonly Member[]) =>
        members.map(({ store }) => store.subscribe((state, before) => state.classes !== before.classes && listener()));
      let ends = classesOf(of);
      const others = [
        useLayout.subscribe(listener),
        followScheme(listener),
        onLanguage(listener),
        page.subscribe(({ members }) => {
          if (members === of) return;
          for (const end of ends) end();
          of = members;
          ends = classesOf(of);
        }),
      ];
      return () => {
        for (const end of [...ends, ...others]) end();
      };
    },
  };
}
