/** Something that is fetched in the background, while work goes on without it. */
export interface Late<Thing> {
  /** Null until it is there; the first question has it fetched. */
  now(): Thing | null;
  /** @throws what `fetch` throws; it is not asked for again */
  arrived(): Promise<Thing>;
}

export function late<Thing>(fetch: () => Promise<Thing>): Late<Thing> {
  let there: Thing | null = null;
  let coming: Promise<Thing> | null = null;

  function arrived(): Promise<Thing> {
    coming ??= fetch().then((thing) => {
      there = thing;
      return thing;
    });
    return coming;
  }

  return {
    now() {
      // Who does not wait for it does without it where it does not come.
      if (there === null) arrived().catch(() => null);
      return there;
    },
    arrived,
  };
}
