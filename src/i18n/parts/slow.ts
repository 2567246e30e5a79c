import { formatsOf } from '../format.ts';

const { decimal, fixed } = formatsOf('en');

/** Said when a step takes long: fetched behind the page. */
export const slow = {
  label: 'Slow steps',
  takes: ({ seconds }: { seconds: number }) => `A step takes ${fixed(seconds, 1)} s here.`,
  offer: ({ width, seconds }: { width: number; seconds: number }) =>
    `At width ${decimal(width)} it would take about ${fixed(seconds, 1)} s, with coarser images.`,
  restart: ({ width }: { width: number }) => `Restart at width ${decimal(width)}`,
  dismiss: 'Dismiss',
};
