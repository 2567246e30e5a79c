/** The page's state on the real engine, wherever a person goes: both say the same, and nothing is lost on the way. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { initialState, openStream } from '../../core/random.ts';
import { SCALARS } from '../../core/scalars.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { type Member, stateOf } from './member.ts';
import { dataOf, type RunSettings } from './settings.ts';
import { disagreements, openRealPage, type RealPage } from './testing/realPage.ts';

vi.setConfig({ testTimeout: 600_000 });

const SMALL = 'width=0.02&batch=2&backend=simd';

let real: RealPage;
afterEach(() => real?.close());

/** Fails where page and engine do not say the same. */
async function expectAgreement(): Promise<void> {
  await real.rest();
  const { runs } = await real.engine.request('runs', {});
  expect(disagreements(real.page(), runs)).toEqual([]);
}

const random = (name: string) => {
  const stream = openStream(initialState(1, name));
  return {
    /** An integer from 0 to below `count`. */
    below: (count: number): number => stream.integers(new Int32Array(1), count)[0] as number,
    pick<Item>(items: readonly Item[]): Item {
      return items[this.below(items.length)] as Item;
    },
  };
};

interface Place {
  readonly recipe: string;
  readonly data: string;
}
const PLACES: readonly Place[] = recipes.flatMap(({ id }) => dataOf([id]).map((data) => ({ recipe: id, data })));

/** A walk through every ordered pair of different places, by turns: Hierholzer's, on the complete graph. */
function everyPair(count: number): readonly number[] {
  const next = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count - 1 }, (_, j) => (i + 1 + j) % count),
  );
  const stack = [0];
  const path: number[] = [];
  while (stack.length > 0) {
    const onward = next[stack.at(-1) as number]?.pop();
    if (onward === undefined) path.push(stack.pop() as number);
    else stack.push(onward);
  }
  return path.reverse();
}

async function goTo({ recipe, data }: Place): Promise<void> {
  const { controller } = real;
  if (stateOf(real.member()).wanted.recipe !== recipe) controller.setRecipe(recipe);
  controller.chooseData(data);
  await real.until(({ members }) => {
    const [first] = members;
    return first !== undefined && stateOf(first).opened.data === data && stateOf(first).opened.recipe === recipe;
  }, `${recipe} is open on ${data}`);
  await real.rest();
}

/** A live change that every system knows. */
const changeRate = (rate: number): void => real.controller.setParams({ lrG: rate, lrD: rate });

describe('every way from a system on a data set to another', () => {
  it('is taken while training, paused and stepping, with live changes in between, without an error or a lie', async () => {
    const path = everyPair(PLACES.length);
    expect(path).toHaveLength(PLACES.length * (PLACES.length - 1) + 1);
    real = await openRealPage(`#${SMALL}`);
    for (const [i, at] of path.entries()) {
      const place = PLACES[at] as Place;
      await goTo(place);
      const { problem, members } = real.page();
      expect([problem, members.length], JSON.stringify(place)).toEqual([null, 1]);
      expect(stateOf(real.member())).toMatchObject({
        opened: place,
        wanted: place,
        phase: { kind: 'paused' },
        refused: null,
      });
      changeRate(1e-4 * (1 + (i % 7)));
      if (i % 3 === 0) real.controller.toggle();
      else if (i % 3 === 1) real.controller.step('both');
      changeRate(1e-4 * (1 + (i % 5)));
      if (i % 10 === 0) await expectAgreement();
    }
  });
});

/** What was done to a run, so that it can be done again to another. */
type Deed =
  | { readonly to: number }
  | { readonly part: 'D' | 'G' }
  | { readonly params: Readonly<Record<string, number>> };

const rowsOf = ({ history }: Member) => SCALARS.map((name) => Array.from(history.column(name)));

describe('a random walk of three hundred clicks', () => {
  it('leaves page and engine agreed after each, and every run goes on bit for bit', async () => {
    const dice = random('walk');
    const deeds = new Map<Member, Deed[]>();
    /** With what each was opened. */
    const origins = new Map<Member, RunSettings>();
    real = await openRealPage(`#${SMALL}&data=ring&recipe=gan`);
    const { controller } = real;
    const meet = (): void => {
      for (const member of real.page().members) if (!origins.has(member)) origins.set(member, stateOf(member).opened);
    };
    meet();
    controller.page.subscribe(meet);
    const note = (deed: Deed): void => {
      for (const member of real.page().members) deeds.set(member, [...(deeds.get(member) ?? []), deed]);
    };
    const kind = (): string => real.page().group.phase.kind;
    const pause = async (): Promise<void> => {
      if (kind() !== 'training') return;
      controller.toggle();
      await real.until(({ group }) => group.phase.kind !== 'pausing', 'it has paused');
      note({ to: real.page().group.step });
    };
    const clicks: Readonly<Record<string, () => Promise<void> | void>> = {
      train: async () => {
        if (kind() === 'training') return pause();
        controller.toggle();
        const { step } = real.page().group;
        await real.until(({ group }) => group.step > step + dice.below(4), 'it trains');
        return undefined;
      },
      pause,
      stepD: () => {
        if (kind() !== 'paused') return;
        controller.step('D');
        note({ part: 'D' });
      },
      step: () => {
        if (kind() !== 'paused') return;
        controller.step('both');
        note({ to: real.page().group.step + 1 });
      },
      rate: async () => {
        // At a step that is known, so that it can be done again.
        await pause();
        const params = { lrD: 1e-4 * (1 + dice.below(50)) };
        controller.setParams(params);
        note({ params });
      },
      width: () => controller.setParams({ width: dice.pick([0.02, 0.03, 0.04]) }),
      keep: () => controller.keep(),
      startOver: async () => {
        await pause();
        controller.startOver();
      },
      recipe: async () => {
        await pause();
        await real.rest();
        controller.setRecipe(dice.pick(['gan', 'wgan', 'lsgan', 'dragan', 'cgan', 'wgan-gp']));
      },
      data: async () => {
        await pause();
        controller.chooseData(dice.pick(dataOf(real.page().members.map((member) => stateOf(member).opened.recipe))));
      },
      seed: async () => {
        await pause();
        controller.setShared({ seed: dice.below(3) });
      },
      reset: async () => {
        await pause();
        controller.reset();
      },
      compare: async () => {
        await pause();
        controller.compare(
          dice.pick([
            ['gan', 'dragan'],
            ['gan', 'gan'],
            ['wgan', 'lsgan', 'gan'],
          ]),
          'ring',
        );
      },
      leave: async () => {
        await pause();
        if (real.page().members.length > 1) controller.compare([]);
      },
      undo: async () => {
        await pause();
        controller.undo();
      },
      back: async () => {
        await pause();
        const { aside } = real.page();
        if (aside.length > 0) controller.bringBack(dice.pick(aside).id);
      },
    };
    const names = Object.keys(clicks);
    const seen = new Set<string>();
    for (let i = 0; i < 300; i++) {
      const name = dice.pick(names);
      seen.add(name);
      await clicks[name]?.();
      await expectAgreement().catch((error: unknown) => {
        throw new Error(`after click ${i}, ${name}: ${String(error)}`);
      });
    }
    expect([...seen].sort()).toEqual([...names].sort());
    await pause();

    // Every run that there is goes on as one does that was never left.
    const groups = [real.page().members, ...real.page().aside.map(({ members }) => members)];
    let checked = 0;
    for (const members of groups) {
      const { aside } = real.page();
      const group = aside.find((one) => one.members === members);
      if (group) {
        controller.bringBack(group.id);
        await real.rest();
      }
      controller.step('both');
      await real.rest();
      for (const member of members) {
        const done = deeds.get(member) ?? [];
        expect(rowsOf(member), JSON.stringify(done)).toEqual(
          await doneAgain(origins.get(member) as RunSettings, done, stateOf(member).step),
        );
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(5);
  });
});

/** The same deeds, done to a run that is alone from its beginning, and steps up to the last. */
async function doneAgain(
  origin: RunSettings,
  deeds: readonly Deed[],
  last: number,
): Promise<readonly (readonly number[])[]> {
  const alone = await openRealPage(`#${SMALL}`);
  try {
    alone.controller.applyLink({
      settings: { members: [origin], run: false, stop: 0 },
      problems: [],
    });
    await alone.rest();
    const stepTo = async (step: number): Promise<void> => {
      while (alone.page().group.step < step) {
        alone.controller.step('both');
        await alone.rest();
      }
    };
    for (const deed of deeds) {
      if ('to' in deed) await stepTo(deed.to);
      else if ('part' in deed) alone.controller.step(deed.part);
      else alone.controller.setParams(deed.params);
      await alone.rest();
    }
    await stepTo(last);
    return rowsOf(alone.member());
  } finally {
    alone.close();
  }
}
