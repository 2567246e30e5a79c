/** Live changes on their way to the engine. */
import { EngineError } from '../../core/errors.ts';
import type { ParamValues } from '../../core/params.ts';
import { type Desk, failing } from './desk.ts';
import { differencesOf } from './differences.ts';
import { type Member, stateOf } from './member.ts';

/** What may be sent now; null if nothing, or nobody to send it to. A run that has failed gets it when it is resumed. */
function due(member: Member): ParamValues | null {
  const { opened, wanted, info, phase } = stateOf(member);
  if (!info || phase.kind === 'failed' || phase.kind === 'opening' || phase.kind === 'closed') return null;
  const { live } = differencesOf(opened, wanted);
  return Object.keys(live).length > 0 ? live : null;
}

/** One request at a time, the newest values last, however fast a slider moves. */
export async function sendLive(desk: Desk, member: Member): Promise<void> {
  if (desk.sending.has(member)) return;
  desk.sending.add(member);
  const { run } = member;
  const fail = failing(member);
  try {
    for (let params = due(member); params && member.run === run; params = due(member)) {
      try {
        await desk.engine.request('setParams', { run, params });
      } catch (thrown) {
        const error = EngineError.from(thrown);
        // Put aside or opened anew meanwhile: it is sent when the run is there again.
        if (error.code === 'unknown-run') return;
        if (error.code !== 'bad-config') return fail(error);
        refuse(member, params, error);
        continue;
      }
      const sent = params;
      const { step } = stateOf(member);
      for (const [name, value] of Object.entries(sent)) member.timeline.note({ step, kind: 'set', name, value });
      member.store.setState(({ opened }) => ({ opened: { ...opened, params: { ...opened.params, ...sent } } }));
    }
  } finally {
    desk.sending.delete(member);
  }
}

/** What the engine does not take is no longer wanted. */
function refuse(member: Member, params: ParamValues, { problem: why }: EngineError): void {
  const [[name, value] = ['', '']] = Object.entries(params);
  member.store.setState(({ opened, wanted }) => {
    const before = Object.keys(params).map((key) => [key, opened.params[key] ?? '']);
    return {
      wanted: { ...wanted, params: { ...wanted.params, ...Object.fromEntries(before) } },
      refused: { name, value, why },
    };
  });
}
