import '@tensorflow/tfjs-backend-cpu';
import type { StartedBackend } from './backend.ts';
import { activateNow, createLiveness, initialise } from './backend.ts';

/** tfjs's plain JavaScript backend: slow, exact, everywhere. */
export async function start(): Promise<StartedBackend> {
  await initialise('cpu');
  return {
    id: 'cpu',
    device: { code: 'device.javaScript' },
    falls: [],
    tiles: null,
    answersIn: 0,
    readsCopies: false,
    software: false,
    activate: () => activateNow('cpu'),
    ...createLiveness('cpu', { grace: 0 }),
  };
}
