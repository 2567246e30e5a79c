/** Said when a step takes long: fetched behind the page. */
export const slow = {
  label: 'Slow steps',
  takes: 'A step takes {{seconds}} s here.',
  offer: 'At width {{width}} it would take about {{seconds}} s, with coarser images.',
  restart: 'Restart at width {{width}}',
  dismiss: 'Dismiss',
};
