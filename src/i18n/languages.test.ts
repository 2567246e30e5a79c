import { describe, expect, expectTypeOf, it } from 'vitest';
import { en } from './en.ts';
import { formatsOf } from './format.ts';
import { languageFor, languages } from './languages.ts';
import { bring } from './parts/bring.ts';
import { slow } from './parts/slow.ts';
import { createTextStore } from './store.ts';
import type { Language, Texts, Widened } from './texts.ts';

const small = {
  title: 'Training',
  paused: ({ step }: { step: number }) => `Paused after step ${step}.`,
  option: { none: 'Nothing' },
};
type Small = Widened<typeof small>;

describe('the compiler checks another language', () => {
  it('takes a complete one, whatever its words', () => {
    const zh = {
      title: '训练',
      paused: ({ step }) => `第 ${step} 步后暂停。`,
      option: { none: '无' },
    } satisfies Small;
    expect(zh.paused({ step: 3 })).toContain('3');
    expectTypeOf(en).toExtend<Texts>();
  });

  it('misses a text, at any depth', () => {
    // @ts-expect-error it has no option “none”
    const zh = { title: '训练', paused: () => '', option: {} } satisfies Small;
    expect(zh.option).toEqual({});
  });

  it('refuses a text that no place shows', () => {
    // @ts-expect-error English has no “subtitle”
    const zh = { title: '训练', subtitle: '', paused: () => '', option: { none: '无' } } satisfies Small;
    expect(zh.subtitle).toBe('');
  });

  it('refuses a function that wants to be told something else', () => {
    const paused = ({ epoch }: { epoch: number }) => `${epoch}`;
    // @ts-expect-error it is told the step, not the epoch
    const zh = { title: '训练', paused, option: { none: '无' } } satisfies Small;
    expect(zh.paused({ epoch: 2 })).toBe('2');
  });

  it('refuses a plain text where English needs a number, and the other way round', () => {
    // @ts-expect-error called with a step
    const plain = { title: '训练', paused: '暂停', option: { none: '无' } } satisfies Small;
    // @ts-expect-error shown as it is
    const called = { title: () => '训练', paused: () => '暂停', option: { none: '无' } } satisfies Small;
    expect([plain.paused, called.title()]).toEqual(['暂停', '训练']);
  });
});

/** Another language, of which a test needs three texts, and the fetches that it saw. */
function twoLanguages() {
  const fetches: string[] = [];
  let arrive = (): void => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const zh: Language = {
    name: '简体中文',
    texts: async () => {
      fetches.push('texts');
      await held;
      return { ...en, page: { ...en.page, name: 'GAN 游乐场' } };
    },
    parts: {
      ...languages.en.parts,
      slow: async () => {
        fetches.push('slow');
        return { ...slow, dismiss: '关闭' };
      },
      bring: async () => {
        fetches.push('bring');
        return { ...bring, close: '关闭' };
      },
    },
  };
  const lost: Language = { ...zh, texts: () => Promise.reject(new Error('The texts could not be fetched.')) };
  const store = createTextStore<'en' | 'zh' | 'lost'>({ en: languages.en, zh, lost }, 'en', en);
  return { store, fetches, arrive };
}

describe('a language', () => {
  it('is fetched alone, with the parts that are in use, and changed to at once', async () => {
    const { store, fetches, arrive } = twoLanguages();
    await store.loadPart('slow');
    const seen: string[] = [];
    store.subscribe(() => seen.push(`${store.now().language} ${store.now().texts.page.name}`));
    const changed = store.setLanguage('zh');
    expect(store.now().language).toBe('en');
    arrive();
    await changed;
    expect(seen).toEqual(['zh GAN 游乐场']);
    expect(fetches.toSorted()).toEqual(['slow', 'texts']);
    expect(store.now().parts.slow?.dismiss).toBe('关闭');
    await store.loadPart('bring');
    expect(store.now().parts.bring?.close).toBe('关闭');
  });

  it('has the parts that came into use while it was fetched', async () => {
    const { store, arrive } = twoLanguages();
    const changed = store.setLanguage('zh');
    await store.loadPart('bring');
    expect(store.now().parts.bring?.close).toBe('Close');
    arrive();
    await changed;
    expect(store.now().parts.bring?.close).toBe('关闭');
  });

  it('that was chosen last stands, in whichever order they arrive', async () => {
    const { store, arrive } = twoLanguages();
    const first = store.setLanguage('zh');
    await store.setLanguage('en');
    arrive();
    await first;
    expect(store.now().language).toBe('en');
  });

  it('that is asked for twice is fetched once', async () => {
    const { store, fetches, arrive } = twoLanguages();
    const both = [store.setLanguage('zh'), store.setLanguage('zh')];
    arrive();
    await Promise.all(both);
    expect([fetches, store.now().language]).toEqual([['texts'], 'zh']);
  });

  it('that cannot be fetched leaves the page as it is', async () => {
    const { store } = twoLanguages();
    await expect(store.setLanguage('lost')).rejects.toThrow('could not be fetched');
    expect(store.now()).toMatchObject({ language: 'en', texts: en });
  });
});

it.each([
  ['zh', ['zh-CN', 'en']],
  ['en', ['fr', 'en-GB', 'zh']],
  ['en', ['zha', 'fr']],
  ['en', []],
])('%s is spoken to a reader of %j', (expected, wanted) => {
  expect(languageFor(wanted, ['en', 'zh'], 'en')).toBe(expected);
});

describe('numbers and plurals are the language’s own', () => {
  it.each([
    ['en', '12,345', '1.24', '1 step', '2 steps'],
    ['de', '12.345', '1,24', '1 step', '2 steps'],
    ['zh', '12,345', '1.24', '1 steps', '2 steps'],
  ])('%s', (language, whole, short, one, two) => {
    const formats = formatsOf(language);
    const steps = (count: number) => `${count} ${formats.plural(count, { one: 'step', other: 'steps' })}`;
    expect([formats.whole(12345), formats.short(1.2368), steps(1), steps(2)]).toEqual([whole, short, one, two]);
  });
});
