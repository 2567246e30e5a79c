import { Tabs } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { useTexts } from '../../i18n/index.ts';
import type { LatentPoints } from '../../protocol/index.ts';
import { useDataSet, useRun } from '../playground.ts';
import { isSameSpace, keep, pointAt, useShelf } from '../stage/kept.ts';
import { Between } from './Between.tsx';
import { Classes } from './Classes.tsx';
import { DirectionsView } from './DirectionsView.tsx';
import classes from './latent.module.css';
import { Manifold } from './Manifold.tsx';
import { NearestView } from './NearestView.tsx';
import { PlaneWalk } from './PlaneWalk.tsx';
import { Shelf } from './Shelf.tsx';
import { useGridPoints } from './useDrawn.ts';

const LOOKS = {
  between: Between,
  plane: PlaneWalk,
  classes: Classes,
  directions: DirectionsView,
  nearest: NearestView,
} as const;
type Mode = keyof typeof LOOKS;
const MODES = Object.keys(LOOKS) as Mode[];

const useMode = create<{ readonly mode: Mode }>(() => ({ mode: 'between' }));

/** Where fewer than two are kept when one comes here, so many are, so that there is something to look at. */
const AT_FIRST = 3;

function beginWith(points: LatentPoints, columns: number): void {
  for (let i = AT_FIRST - 1; i >= 0; i--) {
    // Another z and another class each, where there are classes: down the rows and along the columns.
    const { z, label } = pointAt(points, points.labels ? i * columns + ((3 * i + 2) % columns) : i);
    keep(points, z, label);
  }
}

/** Places in the latent space, and what G makes of them. */
export function LatentView() {
  const page = useTexts();
  const points = useGridPoints();
  const inPlane = useDataSet(useRun(({ opened }) => opened.data))?.kind === 'points';
  if (!points) return <p className={classes.empty}>{page.grid.empty}</p>;
  return inPlane ? <Manifold points={points} /> : <Room points={points} />;
}

function Room({ points }: { readonly points: LatentPoints }) {
  const texts = useTexts('latent');
  const count = useRun(({ info }) => info?.classes ?? 0);
  const { space, kept: all, active: chosen } = useShelf();
  const { mode } = useMode();
  const here = isSameSpace(space, points);
  useEffect(() => {
    // When one comes here, and not whenever one is let go.
    const { space: of, kept: already } = useShelf.getState();
    if (!isSameSpace(of, points) || already.length < 2) beginWith(points, Math.max(1, count));
  }, [points, count]);
  const kept = useMemo(
    () => (here ? all.filter(({ label }) => (count > 0 ? label !== null && label < count : label === null)) : []),
    [here, all, count],
  );
  const active = kept.find(({ id }) => id === chosen) ?? kept[0] ?? null;
  const modes = count > 0 ? MODES : MODES.filter((one) => one !== 'classes');
  const open = modes.includes(mode) ? mode : 'between';
  const look = { points, kept, active, count };
  return (
    <section className={classes.room} aria-label={texts.title}>
      <Shelf {...look} />
      <Tabs
        value={open}
        onChange={(next) => useMode.setState({ mode: next as Mode })}
        keepMounted={false}
        className={classes.modes ?? ''}
      >
        <Tabs.List aria-label={texts.modes}>
          {modes.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {texts.mode[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {modes.map((one) => {
          const Look = LOOKS[one];
          return (
            <Tabs.Panel key={one} value={one} className={classes.look ?? ''}>
              <Look {...look} />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </section>
  );
}
