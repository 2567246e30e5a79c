/** The address and the settings say the same; the way back leads to the last systems, not to every turn of a knob. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectLink, linkTo } from './link.ts';
import { openPage, settled, type TestPage } from './testing/page.ts';

/** A window with a history: what was pushed, the newest last. */
function fakeWindow() {
  const entries = ['/'];
  const listeners: (() => void)[] = [];
  let timer: (() => void) | null = null;
  const hashOf = () => (entries.at(-1) as string).replace(/^[^#]*/, '');
  const page = {
    location: {
      get hash() {
        return hashOf();
      },
      get href() {
        return `https://here.example${entries.at(-1)}`;
      },
      pathname: '/',
      search: '',
    },
    history: {
      state: null,
      pushState: (_: unknown, __: string, address: string) => entries.push(address),
      replaceState: (_: unknown, __: string, address: string) => entries.splice(-1, 1, address),
    },
    setTimeout(callback: () => void) {
      timer = callback;
      return 1;
    },
    clearTimeout() {
      timer = null;
    },
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    removeEventListener: vi.fn(),
  };
  return {
    page: page as unknown as Window,
    entries,
    /** The delay is over. */
    written() {
      timer?.();
      timer = null;
    },
    /** The person goes back, or follows a link. */
    go(hash: string) {
      entries.splice(-1, 1, hash);
      for (const listener of listeners) listener();
    },
  };
}

let page: TestPage;
let browser: ReturnType<typeof fakeWindow>;
beforeEach(async () => {
  page = await openPage('');
  browser = fakeWindow();
  connectLink(browser.page, page.controller);
});

describe('the address', () => {
  it('has another entry for another system, and none for a parameter', async () => {
    page.controller.setParams({ lrG: 0.004 });
    await settled();
    browser.written();
    expect(browser.entries).toEqual(['#lrG=0.004']);
    page.controller.setRecipe('gan');
    await settled();
    browser.written();
    expect(browser.entries).toEqual(['#lrG=0.004', '#recipe=gan']);
    page.controller.chooseData('ring');
    await settled();
    browser.written();
    page.controller.setShared({ seed: 7 });
    await settled();
    browser.written();
    expect(browser.entries).toEqual(['#lrG=0.004', '#recipe=gan', '#recipe=gan&data=ring&seed=7']);
  });

  it('is not written before the person rests', async () => {
    page.controller.setParams({ lrG: 0.004 });
    await settled();
    expect(browser.entries).toEqual(['/']);
    page.controller.setParams({ lrG: 0.005 });
    await settled();
    browser.written();
    expect(browser.entries).toEqual(['#lrG=0.005']);
  });

  it('that the person changes is followed, and adds no entry of its own, also where it is said in fewer words', async () => {
    browser.go('#recipe=dragan&oops=1');
    await settled();
    browser.written();
    expect(page.state().opened.recipe).toBe('dragan');
    expect(browser.entries).toEqual(['#recipe=dragan']);
  });

  it('of the preset has no hash, and the link to it is the page', () => {
    page.controller.setParams({ lrG: 0.004 });
    browser.written();
    page.controller.resetParams();
    browser.written();
    expect(browser.entries).toEqual(['/']);
    expect(linkTo(browser.page, page.controller.page)).toBe('https://here.example/');
  });
});
