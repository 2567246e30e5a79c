/** The worker's side: messages in, engine, messages out. */
import { EngineError } from '../core/errors.ts';
import { startHeart } from '../engine/backends/heart.ts';
import { createEngine } from '../engine/engine.ts';
import type {
  EngineEvent,
  FromWorker,
  PlaygroundEngine,
  RequestName,
  Requests,
  SampleView,
  ToWorker,
} from '../protocol/index.ts';

declare const self: DedicatedWorkerGlobalScope;

let engine: PlaygroundEngine | null = null;
const inFlight = new Map<number, AbortController>();

const post = (message: FromWorker, transfer: Transferable[] = []): void => self.postMessage(message, transfer);

/** The buffers that a frame gives away; everything else is small. */
function buffersOf(event: EngineEvent): Transferable[] {
  if (event.type !== 'frame') return [];
  const { scalars, grid } = event;
  return [scalars.steps, scalars.values, ...(grid ? arraysOf(grid) : [])].map(({ buffer }) => buffer);
}

function arraysOf(view: SampleView): readonly { readonly buffer: ArrayBuffer }[] {
  switch (view.kind) {
    case 'images':
      return [view.generated, view.real].flatMap(({ pixels, labels }) => (labels ? [pixels, labels] : [pixels]));
    case 'plane':
      return [view.values, view.real, view.generated];
    default:
      return view satisfies never;
  }
}

function start(page: string): void {
  engine = createEngine({ dataBase: new URL('data/', page) });
  engine.subscribe((event) => post({ kind: 'event', event }, buffersOf(event)));
}

async function answer<Name extends RequestName>(id: number, name: Name, payload: Requests[Name][0]): Promise<void> {
  const aborting = new AbortController();
  inFlight.set(id, aborting);
  try {
    if (!engine) throw new Error('A request came before the start.');
    post({ kind: 'response', id, payload: await engine.request(name, payload, { signal: aborting.signal }) });
  } catch (thrown) {
    post({ kind: 'failure', id, error: EngineError.from(thrown).toData() });
  } finally {
    inFlight.delete(id);
  }
}

// An error that nothing caught reaches the page by itself; a promise that nobody cared for does not.
self.addEventListener('unhandledrejection', ({ reason }) => post({ kind: 'thrown', detail: String(reason) }));

self.onmessage = ({ data: message }: MessageEvent<ToWorker>) => {
  switch (message.kind) {
    case 'start':
      start(message.page);
      break;
    case 'request':
      void answer(message.id, message.name, message.payload);
      break;
    case 'cancel':
      inFlight.get(message.id)?.abort();
      break;
    default:
      message satisfies never;
  }
};

startHeart((allow) => post({ kind: 'beat', allow }));
