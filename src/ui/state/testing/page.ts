/** A page without a browser: an engine that writes down what it is asked, and animation frames by hand. */
import { SCALARS } from '../../../core/scalars.ts';
import type { EngineEvent, Frame, RequestName, RequestOptions, Requests, RunInfo } from '../../../protocol/index.ts';
import { type Controller, createController } from '../controller.ts';
import type { PageEngine } from '../desk.ts';
import { parseHash } from '../hash.ts';
import { type Member, type MemberState, stateOf } from '../member.ts';
import { createPageStore, type PageState } from '../store.ts';

type Asked = { [Name in RequestName]: readonly [Name, Requests[Name][0]] }[RequestName];

/** For a frame or a snapshot that brings nothing. */
export const NO_ROWS = { steps: new Float64Array(0), values: new Float32Array(0) };

export const infoOf = (run: number): RunInfo => ({
  run,
  backend: {
    id: 'simd',
    device: { code: 'device.javaScript' },
    software: false,
    reason: { code: 'reason.chosen' },
    falls: [],
    tiles: null,
    candidates: [],
  },
  stepsPerEpoch: 100,
  batch: 64,
  parameters: { generator: 1, discriminator: 1 },
  classes: 10,
  gradientTarget: 1,
  score: 'raw',
  evaluator: { kind: 'shipped' },
  labelled: null,
});

export const frame = (run: number, step: number, more: Partial<Frame> = {}): Frame => ({
  type: 'frame',
  run,
  step,
  epoch: 0,
  epochProgress: 0,
  running: true,
  stepsPerSecond: null,
  scalars: { steps: Float64Array.of(step), values: new Float32Array(SCALARS.length) },
  grid: null,
  gridAge: 0,
  best: null,
  mode: { kind: 'eager' },
  memory: { tensors: 0, bytes: 0 },
  ...more,
});

/** Everything that was waiting has been answered: no answer here takes time, so all come before any timer. */
export const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

export interface TestPage {
  readonly controller: Controller;
  /** What the engine answers in place of what it usually does. */
  readonly answers: Partial<Record<RequestName, (options?: RequestOptions) => Promise<unknown>>>;
  /** How often the engine was started anew. */
  restarts(): number;
  page(): PageState;
  member(at?: number): Member;
  state(at?: number): MemberState;
  kinds(): readonly string[];
  tell(event: EngineEvent): void;
  /** Requests with this name, oldest first. */
  payloads<Name extends RequestName>(name: Name): readonly Requests[Name][0][];
  /** The next animation frame. */
  paint(): void;
  /** Trains the run on the screen, as far as the page knows. */
  trained(steps: number): void;
}

export async function openPage(hash: string): Promise<TestPage> {
  const asked: Asked[] = [];
  const answers: TestPage['answers'] = {};
  const listeners = new Set<(event: EngineEvent) => void>();
  const frames: (() => void)[] = [];
  let restarts = 0;
  const engine: PageEngine = {
    async request(name, payload, options) {
      asked.push([name, payload] as unknown as Asked);
      const answer = await answers[name]?.(options);
      if (answer) return answer as never;
      if (name === 'open') return infoOf((payload as { run: number }).run) as never;
      const runs = (payload as { runs?: readonly number[] }).runs ?? [];
      return { step: 0, steps: runs.map(() => 0), effects: runs.map(() => null) } as never;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart() {
      restarts += 1;
    },
    close() {},
  };
  const controller = createController({
    engine,
    page: createPageStore(),
    requestFrame: (callback) => frames.push(callback),
  });
  const page = controller.page.getState;
  const member = (at = 0): Member => page().members[at] as Member;
  const test: TestPage = {
    controller,
    answers,
    restarts: () => restarts,
    page,
    member,
    state: (at) => stateOf(member(at)),
    kinds: () => page().members.map((one) => stateOf(one).phase.kind),
    tell: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
    payloads: (name) => asked.filter((request) => request[0] === name).map((request) => request[1]) as never,
    paint: () => {
      for (const callback of frames.splice(0)) callback();
    },
    trained(steps) {
      for (const { run } of page().members) for (let step = 1; step <= steps; step++) test.tell(frame(run, step));
      test.paint();
    },
  };
  controller.applyLink(parseHash(hash));
  await settled();
  return test;
}
