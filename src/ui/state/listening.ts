/** What the engine says becomes state. What a run says that is gone is dropped. */
import type { EngineEvent } from '../../protocol/index.ts';
import { noteKept } from './aside.ts';
import type { Bringing } from './bringing.ts';
import { type Desk, memberOf } from './desk.ts';
import { arriveAt, move } from './member.ts';

export function listen(desk: Desk, report: Bringing['report']): void {
  const { page } = desk;
  desk.engine.subscribe((event: EngineEvent) => {
    switch (event.type) {
      case 'frame': {
        const member = memberOf(desk, event.run);
        member?.history.append(event.scalars);
        if (member) desk.pumpOf(member).take(event);
        return;
      }
      case 'opening': {
        const member = memberOf(desk, event.run);
        if (member) move(member, { type: 'stage', stage: { stage: event.stage, detail: event.detail } });
        return;
      }
      case 'stopped': {
        const member = memberOf(desk, event.run);
        if (member && event.error) move(member, { type: 'fail', error: event.error });
        else if (member) arriveAt(member, event.step);
        return;
      }
      case 'scores':
        memberOf(desk, event.run)?.scores.append(event);
        return;
      case 'snapshot': {
        const member = memberOf(desk, event.run);
        member?.history.append(event.scalars);
        if (member) member.checkpoint = { step: event.step, file: event.checkpoint };
        return;
      }
      case 'kept':
        noteKept(desk, event);
        return;
      case 'data':
        page.setState({ dataLoaded: { data: event.data, loaded: event.loaded, total: event.total } });
        return;
      case 'problem':
        page.setState({ problem: event.error });
        return;
      case 'importing':
        report(event);
        return;
      case 'lost':
        page.setState({ lost: { reason: event.reason, detail: event.detail } });
        return;
      case 'found':
        page.setState({ lost: null });
        return;
      // The quality view listens by itself.
      case 'measuring':
      case 'unmeasured':
      case 'evaluator':
        return;
      default:
        event satisfies never;
    }
  });
}
