/** The run itself: it goes on from here where it is opened. */
import { encodeCheckpoint } from '../../record/checkpoint.ts';
import { withLog } from '../../record/record.ts';
import type { About, Make } from '../exporter.ts';

export const about: About = {
  id: 'record',
  subject: 'run',
  suffix: '.safetensors',
  type: 'application/octet-stream',
  suits: () => true,
};

export const make: Make = async ({ log, ...checkpoint }) => {
  const record = await withLog(new Blob([encodeCheckpoint(checkpoint)]), log);
  return new Uint8Array(await record.arrayBuffer());
};
