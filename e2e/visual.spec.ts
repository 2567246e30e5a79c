import { expect, test } from './fixtures.ts';
import { keepMaker, keptMaker, makerOf, whyNotComparable } from './pages/baselines.ts';
import { createVisitor, enter, JOURNEYS, leave, openLink, SCREENS, type Screen } from './scenes/index.ts';

interface Visit {
  readonly journey: string;
  readonly screen: Screen;
  readonly colours: 'light' | 'dark';
  readonly language: 'en' | 'zh';
  readonly scenes: readonly string[];
}

/** Twenty pictures: every kind of place, each screen, both languages, all colours. */
const VISITS: readonly Visit[] = [
  {
    journey: 'trained',
    screen: 'desktop',
    colours: 'light',
    language: 'en',
    scenes: [
      'first',
      'settings',
      'latent-between',
      'one-sample',
      'quality-table',
      'understand-losses',
      'inside',
      'systems',
      'networks',
    ],
  },
  { journey: 'trained', screen: 'desktop', colours: 'dark', language: 'zh', scenes: ['first', 'play-d', 'keys'] },
  { journey: 'trained', screen: 'phone', colours: 'light', language: 'zh', scenes: ['first', 'opening', 'settings'] },
  { journey: 'digits', screen: 'desktop', colours: 'dark', language: 'zh', scenes: ['training'] },
  { journey: 'digits', screen: 'phone', colours: 'dark', language: 'en', scenes: ['training-curves'] },
  { journey: 'plane', screen: 'laptop', colours: 'light', language: 'zh', scenes: ['plane'] },
  { journey: 'comparison', screen: 'laptop', colours: 'dark', language: 'en', scenes: ['comparison'] },
  {
    journey: 'presentation-digits',
    screen: 'hall',
    colours: 'dark',
    language: 'en',
    scenes: ['presentation-digits'],
  },
];

for (const { journey: name, screen, colours, language, scenes } of VISITS)
  test(`${name} on a ${screen}, ${colours}, in ${language} looks as it did`, { tag: '@visual' }, async ({
    playground,
    page,
    browser,
  }) => {
    const journey = JOURNEYS.find((one) => one.name === name);
    if (!journey) throw new Error(`There is no journey “${name}”.`);
    await page.setViewportSize(SCREENS[screen]);
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
    await openLink(page, playground.address, journey.link, language);
    const here = await makerOf(browser, page);
    const isTaking = test.info().config.updateSnapshots === 'changed';
    if (isTaking) keepMaker(here);
    const why = whyNotComparable(keptMaker(), here);
    test.skip(why !== null, why ?? '');
    const visitor = await createVisitor(page, language, screen);
    await visitor.untilPaused(journey.step ?? undefined);
    // The trained model came with its pictures; of others there are those that there was time for.
    const mask = journey.step === null ? [] : visitor.ofThisTime;
    for (const wanted of scenes) {
      const scene = journey.scenes.find((one) => one.name === wanted);
      if (!scene) throw new Error(`There is no scene “${wanted}”.`);
      await enter(visitor, scene);
      await expect(page).toHaveScreenshot(`${wanted}-${screen}-${colours}-${language}.png`, {
        mask,
        maskColor: '#808080',
      });
      await leave(visitor, scene);
    }
  });
