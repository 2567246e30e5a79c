import { describe, expect, it, vi } from 'vitest';
import { en } from '../i18n/en.ts';
import { useLayout } from './layout.ts';
import { SHORTCUTS, shortcutOf } from './shortcuts.ts';
import { openPage, settled } from './state/testing/page.ts';

const press = (key: string, more = {}) =>
  shortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more });

describe('shortcuts', () => {
  it('have a key and words each', () => {
    expect(new Set(SHORTCUTS.map(({ key }) => key)).size).toBe(SHORTCUTS.length);
    for (const { act } of SHORTCUTS) expect(en.keys.act[act]).toMatch(/\w/);
    expect(Object.keys(en.keys.act)).toHaveLength(SHORTCUTS.length);
  });

  it('leave what has a modifier to the browser, and do nothing while a key is held down', () => {
    expect(press('r')?.act).toBe('reset');
    expect(press('R')?.act).toBe('reset');
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])
      expect(press('r', more)).toBeUndefined();
    expect(press('x')).toBeUndefined();
  });

  it('present the page, and Escape leads back from there alone', () => {
    vi.stubGlobal('document', { querySelector: () => null });
    try {
      expect(press('Escape')).toBeUndefined();
      expect(press('p')?.act).toBe('present');
      useLayout.setState({ present: true });
      expect(press('Escape')?.act).toBe('leave');
      // Something lies over the page, which Escape closes.
      vi.stubGlobal('document', { querySelector: () => ({}) });
      expect(press('Escape')).toBeUndefined();
    } finally {
      useLayout.setState({ present: false });
      vi.unstubAllGlobals();
    }
  });

  it('go through the classes and all of them', async () => {
    const page = await openPage('#recipe=cgan');
    const classes = () => page.state().classes;
    for (const wanted of [0, 1]) {
      press('ArrowRight')?.run(page.controller);
      expect(classes()).toBe(wanted);
    }
    press('a')?.run(page.controller);
    expect(classes()).toBe('all');
    press('ArrowLeft')?.run(page.controller);
    expect(classes()).toBe(9);
    await settled();
    expect(page.payloads('view').at(-1)).toEqual({ run: 1, classes: 9 });
  });

  it('train, step and reset', async () => {
    const page = await openPage('');
    press('g')?.run(page.controller);
    await settled();
    press(' ')?.run(page.controller);
    expect(page.payloads('step')).toEqual([{ runs: [1], part: 'G' }]);
    expect(page.kinds()).toEqual(['training']);
  });
});
