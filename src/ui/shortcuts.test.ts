import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
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
