/** After a walk half the way: its two ends on the shelf, and the tab in which one goes on from there. */
import type { LessonStep } from '../../lessons/lesson.ts';
import { useLayout } from '../layout.ts';
import { keepFromGrid } from '../stage/kept.ts';
import type { Controller } from '../state/controller.ts';
import { stateOf } from '../state/member.ts';

/** Of the ten columns one in which both are easily told apart. */
const COLUMN = 4;

export async function showWalk({ page, request }: Controller, { act }: LessonStep): Promise<void> {
  const [member] = page.getState().members;
  if (act.kind !== 'walk' || !member) return;
  const columns = stateOf(member).info?.classes ?? 0;
  for (const row of act.rows) await keepFromGrid(request, member.run, 'all', row * columns + COLUMN);
  useLayout.setState({ stage: 'latent' });
}
