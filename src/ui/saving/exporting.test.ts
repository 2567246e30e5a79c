import { expect, it } from 'vitest';
import { abouts } from '../../exports/list.ts';
import { exports } from '../../i18n/parts/exports.ts';
import { kindText } from './exporting.ts';

it('has a name and a line for everything that can be saved, and for nothing else', () => {
  for (const { id } of abouts) {
    const { label, hint } = kindText(exports, id);
    expect(label).toMatch(/\w/);
    expect(hint).toMatch(/\w/);
  }
  expect(Object.keys(exports.kind).toSorted()).toEqual(abouts.map(({ id }) => id).toSorted());
});
