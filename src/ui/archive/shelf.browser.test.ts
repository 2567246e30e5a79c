/** The browser's own database keeps what the shelf in memory keeps, which other tests use in its place. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createBrowserShelf } from './browserShelf.ts';
import { createMemoryShelf, type Shelf, type ShelfEntry } from './shelf.ts';

const entry = (id: string, saved: number, set?: string): ShelfEntry => ({
  ...{ id, saved, bytes: 3, members: [] },
  ...(set !== undefined && { set: { id: set, name: 'pets', bytes: 4 } }),
});
const file = (text: string): Blob => new Blob([text]);
const texts = async (files: readonly Blob[]) => Promise.all(files.map((one) => one.text()));

describe.each([
  ['in the browser', createBrowserShelf],
  ['in memory', createMemoryShelf],
])('a shelf %s', (_, create) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = create();
    for (const { id } of await shelf.entries()) await shelf.remove(id);
  });

  it('gives back what was put, newest first, and the newer in place of the older', async () => {
    await shelf.put(entry('a', 1), [file('1'), file('2')]);
    await shelf.put(entry('b', 2), [file('3')]);
    await shelf.put(entry('a', 3), [file('4')]);
    expect(await shelf.entries()).toEqual([entry('a', 3), entry('b', 2)]);
    expect(await texts(await shelf.files('a'))).toEqual(['4']);
    expect(await shelf.files('c')).toEqual([]);
  });

  it('keeps images as long as a run on them is kept', async () => {
    await shelf.put(entry('a', 1, 'set'), [file('1')], file('images'));
    await shelf.put(entry('b', 2, 'set'), [file('2')], file('images'));
    await shelf.put(entry('c', 3), [file('3')]);
    await shelf.remove('a');
    await shelf.remove('c');
    expect(await (await shelf.images('set'))?.text()).toBe('images');
    // Another tab may still put a run of whose set the last run here is gone.
    await shelf.remove('b');
    expect(await shelf.images('set')).toBeNull();
    await shelf.put(entry('b', 2, 'set'), [file('2')], file('images'));
    expect(await (await shelf.images('set'))?.text()).toBe('images');
    await shelf.remove('b');
  });
});
