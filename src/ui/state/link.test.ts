/** The address and the settings say the same; the way back leads to the last systems, not to every turn of a knob. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectLink, linkTo } from './link.ts';
import { openPage, settled, type TestPage } from './testing/page.ts';
import { DEFAULT_VIEW, type View } from './viewLink.ts';

/** A window with a history: what was pushed, the newest last. */
function fakeWindow() {
  const entries = ['/'];
  const states: unknown[] = [null];
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
      get state() {
        return states.at(-1);
      },
      pushState: (state: unknown, _: string, address: string) => {
        states.push(state);
        entries.push(address);
      },
      replaceState: (state: unknown, _: string, address: string) => {
        states.splice(-1, 1, state);
        entries.splice(-1, 1, address);
      },
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
    /** The person follows a link. */
    go(hash: string) {
      states.splice(-1, 1, null);
      entries.splice(-1, 1, hash);
      for (const listener of listeners) listener();
    },
    back() {
      states.pop();
      entries.pop();
      for (const listener of listeners) listener();
    },
  };
}

/** A view that somebody changes. */
function fakeView() {
  let view = DEFAULT_VIEW;
  const listeners = new Set<() => void>();
  return {
    now: () => view,
    show: (next: View) => {
      view = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let page: TestPage;
let view: ReturnType<typeof fakeView>;
let browser: ReturnType<typeof fakeWindow>;
beforeEach(async () => {
  page = await openPage('');
  browser = fakeWindow();
  view = fakeView();
  connectLink(browser.page, page.controller, view);
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

  it('of the preset names the system', () => {
    page.controller.setParams({ lrG: 0.004 });
    browser.written();
    page.controller.resetParams();
    browser.written();
    expect(browser.entries).toEqual(['#recipe=cgan-conv']);
    expect(linkTo(browser.page, page.controller.page, view.now())).toBe('https://here.example#recipe=cgan-conv');
  });

  it('has the view, too, but no entry for it', async () => {
    page.controller.setRecipe('gan');
    await settled();
    browser.written();
    view.show({ ...DEFAULT_VIEW, dock: 'quality', present: true });
    browser.written();
    expect(browser.entries).toEqual(['/', '#recipe=gan&dock=quality&present=1']);
  });

  it('of a link that is followed says what is seen; the way back leaves it as it is', async () => {
    browser.go('#recipe=dragan&dock=inside');
    await settled();
    browser.written();
    expect(view.now().dock).toBe('inside');
    page.controller.setRecipe('gan');
    await settled();
    browser.written();
    view.show({ ...DEFAULT_VIEW, dock: 'quality' });
    browser.written();
    browser.back();
    await settled();
    browser.written();
    expect(page.state().opened.recipe).toBe('dragan');
    expect(view.now().dock).toBe('quality');
    expect(browser.entries).toEqual(['#recipe=dragan&dock=quality']);
  });

  it('is shared with the view or without it', () => {
    view.show({ ...DEFAULT_VIEW, theme: 'dark' });
    page.controller.setParams({ lrG: 0.004 });
    const link = (told: View | null) => linkTo(browser.page, page.controller.page, told);
    expect(link(null)).toBe('https://here.example/#lrG=0.004');
    expect(link(view.now())).toBe('https://here.example/#lrG=0.004&theme=dark');
  });
});
