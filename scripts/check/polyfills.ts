type KeyOf<Key, Item> = (item: Item, index: number) => Key;

function groupBy<Key, Item>(items: Iterable<Item>, keyOf: KeyOf<Key, Item>): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Vitest 5 groups its failures with this before it prints them; Node has it from version 21 on. */
(Map as MapConstructor & { groupBy?: typeof groupBy }).groupBy ??= groupBy;
