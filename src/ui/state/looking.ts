/** A look at an earlier step of the runs on the screen. It changes nothing about them. */
import { type Desk, membersOf } from './desk.ts';
import { frameAt } from './timeline.ts';

export const goLive = ({ page }: Desk): void => {
  if (page.getState().looking) page.setState({ looking: null });
};

/** The pictures are held: what the timelines let go later stays as long as it is looked at. */
export function look(desk: Desk, step: number): void {
  const pictures = membersOf(desk).map(({ timeline }) => frameAt(timeline.frames(), step) ?? null);
  desk.page.setState({ looking: { step, pictures } });
}
