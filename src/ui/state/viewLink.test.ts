import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipes } from '../../gan/recipes/index.ts';
import { CHARTS, DOCK_TABS, EMBED_PARTS, LOCKABLE, PANELS, STAGE_TABS, UNDERSTAND_TABS } from '../layout.ts';
import { EVERY_WORDS } from '../quality/every.ts';
import { parseHash } from './hash.ts';
import { DEFAULT_VIEW, formatView, isViewKey, readView, type View } from './viewLink.ts';

const read = (text: string) => readView(new URLSearchParams(text));

/** Any view that there can be. */
const some = <Option>(options: readonly Option[]) => fc.subarray([...options]);
const anyView: fc.Arbitrary<View> = fc.record({
  class: fc.oneof(fc.constant('all' as const), fc.integer({ min: 0, max: 999 })),
  dock: fc.constantFrom(...DOCK_TABS),
  understand: fc.constantFrom(...UNDERSTAND_TABS),
  stage: fc.constantFrom(...STAGE_TABS),
  rail: fc.constantFrom('open' as const, 'closed' as const, null),
  arrows: fc.boolean(),
  every: fc.constantFrom(...EVERY_WORDS),
  charts: some(CHARTS),
  present: fc.boolean(),
  embed: some(EMBED_PARTS),
  hide: some(PANELS),
  lock: some(LOCKABLE),
  lesson: fc.stringMatching(/^[\w-]{0,20}$/),
  lang: fc.constantFrom('en' as const, null),
  theme: fc.constantFrom('light' as const, 'dark' as const, null),
});

describe('the view in a link', () => {
  it('is read back as it was written, whatever it is', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(read(formatView(view))).toEqual({ view, problems: [] });
      }),
    );
  });

  it('is written where it differs, and is nothing as the page opens', () => {
    expect(formatView(DEFAULT_VIEW)).toBe('');
    expect(formatView({ ...DEFAULT_VIEW, dock: 'quality', charts: ['losses', 'scores'] })).toBe(
      'dock=quality&charts=losses,scores',
    );
  });

  it('that cannot be read is named, each key once, and the rest counts', () => {
    const { view, problems } = read(
      'dock=cellar&class=-1&present=maybe&hide=data,walls&charts=losses,walls&lesson=no spaces&theme=dark',
    );
    expect(problems.map(({ key, why }) => [key, why.code])).toEqual([
      ['class', 'param.range'],
      ['dock', 'param.choice'],
      ['charts', 'param.choice'],
      ['present', 'param.noSwitch'],
      ['hide', 'param.choice'],
      ['lesson', 'param.choice'],
    ]);
    expect(view).toEqual({ ...DEFAULT_VIEW, theme: 'dark' });
  });

  it('stands beside the settings of a run, which it is never taken for', () => {
    const { settings, view, problems } = parseHash('#recipe=gan&seed=7&dock=inside&present=1');
    expect(problems).toEqual([]);
    expect(settings.members[0]).toMatchObject({ recipe: 'gan', seed: 7 });
    expect(view).toEqual({ ...DEFAULT_VIEW, dock: 'inside', present: true });
  });

  it('has no key that is a parameter of a recipe', () => {
    const names = recipes.flatMap((recipe) => [
      ...Object.keys(recipe.paramsOn('image')),
      ...Object.keys(recipe.paramsOn('points')),
    ]);
    expect(names.filter(isViewKey)).toEqual([]);
  });

  it('that names a class which the data set does not have shows all of them, and says so', () => {
    const { view, problems } = parseHash('#recipe=cgan&class=12');
    expect(view.class).toBe('all');
    expect(problems).toMatchObject([{ kind: 'bad', key: 'class', why: { code: 'param.range', max: 9 } }]);
  });
});
