/** The page's state on the real engine, in one process: what is left out is the screen alone. */
import { dataBase, fetchFile } from '../../../../scripts/build/packedData.ts';
import { createEngine } from '../../../engine/engine.ts';
import type { PlaygroundEngine, RunReport } from '../../../protocol/index.ts';
import { type Controller, createController } from '../controller.ts';
import { parseHash } from '../hash.ts';
import { type Member, stateOf } from '../member.ts';
import { createPageStore, type PageState } from '../store.ts';

export interface RealPage {
  readonly controller: Controller;
  readonly engine: PlaygroundEngine;
  page(): PageState;
  member(at?: number): Member;
  /** When the page is as wanted. */
  until(wanted: (page: PageState) => boolean, what: string): Promise<void>;
  /** When nothing is on its way any more: what is being opened, paused, stepped or sent. */
  rest(): Promise<void>;
  close(): void;
}

const isBusy = ({ members }: PageState): boolean =>
  members.some((member) => ['opening', 'pausing', 'stepping'].includes(stateOf(member).phase.kind));

export async function openRealPage(hash: string): Promise<RealPage> {
  const engine = createEngine({ dataBase, fetch: fetchFile });
  const controller = createController({
    engine: { ...engine, restart: () => undefined },
    page: createPageStore(),
    requestFrame: (callback) => setImmediate(callback),
  });
  const store = controller.page;
  const page = store.getState;
  const until = (wanted: (state: PageState) => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        end();
        reject(new Error(`Waited in vain until ${what}: ${JSON.stringify(page().group)}`));
      }, 20_000);
      const look = (): void => {
        if (!wanted(page())) return;
        clearTimeout(timer);
        end();
        resolve();
      };
      const end = store.subscribe(look);
      look();
    });
  controller.applyLink(parseHash(hash));
  const real: RealPage = {
    controller,
    engine,
    page,
    member: (at = 0) => page().members[at] as Member,
    until,
    async rest() {
      await until((state) => !isBusy(state), 'it rests');
      // Requests are answered in turn, so what was asked before this has been answered with it; twice, for what follows.
      for (let i = 0; i < 2; i++) await engine.request('runs', {});
      await new Promise((resolve) => setImmediate(resolve));
    },
    close: () => engine.close(),
  };
  await until((state) => state.members.length > 0 && !isBusy(state), 'it is open');
  return real;
}

const STATES = { paused: 'paused', training: 'running', failed: 'failed' } as const;

/** What page and engine say differently of the same runs; empty if they agree. */
export function disagreements({ members, aside }: PageState, reports: readonly RunReport[]): readonly string[] {
  const found: string[] = [];
  const say = (run: number, what: string, page: unknown, engine: unknown): void => {
    const [ours, theirs] = [JSON.stringify(page), JSON.stringify(engine)];
    if (ours !== theirs) found.push(`run ${run}: ${what} is ${ours} on the page and ${theirs} in the engine`);
  };
  const left = aside.flatMap((group) => group.members);
  const known = [...members, ...left].filter(({ inEngine }) => inEngine);
  const numbers = (runs: readonly { readonly run: number }[]) => runs.map(({ run }) => run).sort((a, b) => a - b);
  say(0, 'the list of runs', numbers(known), numbers(reports));
  for (const member of known) {
    const report = reports.find(({ run }) => run === member.run);
    if (!report) continue;
    const { opened, phase, step } = stateOf(member);
    const { recipe, data, seed, params } = report.config;
    const sorted = (values: object) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
    say(member.run, 'the system', [opened.recipe, opened.data, opened.seed], [recipe, data, seed]);
    say(member.run, 'the parameters', sorted(opened.params), sorted(params));
    say(member.run, 'the state', STATES[phase.kind as keyof typeof STATES] ?? phase.kind, report.state);
    say(member.run, 'whether it was put aside', left.includes(member), report.aside);
    // A run that trains is ahead of what was drawn of it.
    if (report.state === 'paused') say(member.run, 'the step', step, report.step);
  }
  return found;
}
