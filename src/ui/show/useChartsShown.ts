import { useMemo } from 'react';
import { CHARTS, type ChartName, useLayout } from '../layout.ts';
import { usePage, useRun } from '../playground.ts';
import { stateOf } from '../state/member.ts';
import { planOf } from '../state/plan.ts';
import { chartsShown, type Room } from './charts.ts';

/** What systems are compared by; in a presentation each has one of them. */
const COMPARED: readonly ChartName[] = ['losses', 'gradient'];

/** The charts that are seen of this run, those that are offered, and what there is room for. */
export function useChartsShown(): {
  readonly shown: readonly ChartName[];
  readonly offered: readonly ChartName[];
  readonly room: Room;
} {
  const present = useLayout((state) => state.present);
  const embedded = useLayout(({ embed }) => embed.length > 0);
  const chosen = useLayout(({ charts }) => charts);
  const fitting = useLayout(({ chartRoom }) => chartRoom);
  const several = usePage(({ members }) => members.length > 1);
  const held = usePage(({ members }) => members.some((member) => planOf(stateOf(member).opened).penalty !== null));
  const classified = useRun(({ opened }) => planOf(opened).supervision !== undefined);
  return useMemo(() => {
    const offered = several ? COMPARED : CHARTS.filter((chart) => chart !== 'accuracy' || classified);
    const room = { count: present ? (several ? 1 : fitting) : Number.POSITIVE_INFINITY, held };
    const wanted = offered.filter((chart) => !(present || embedded) || chosen.includes(chart));
    return { shown: chartsShown(wanted, room), offered, room };
  }, [present, embedded, chosen, fitting, several, held, classified]);
}
