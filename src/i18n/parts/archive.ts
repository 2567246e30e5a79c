import { formatsOf } from '../format.ts';

const { ago, fixed, whole } = formatsOf('en');

/** What is said of runs of earlier visits, when the page opens. */
export const archive = {
  label: 'Kept from an earlier visit',
  /** `milliseconds`: since it was saved. */
  offer: (run: { name: string; data: string; step: number; milliseconds: number }) =>
    `${run.name} on ${run.data}, step ${whole(run.step)}, saved ${ago(run.milliseconds)}.`,
  goOn: 'Go on',
  dismiss: 'Not now',
  /** Of images that the person brought. */
  notKept: ({ name }: { name: string }) =>
    `This run can be gone on with in another visit only if ${name} stays in this browser, too.`,
  keepImages: ({ megabytes }: { megabytes: number }) =>
    `Keep this data in this browser too (${fixed(megabytes, 1)} MB)`,
  full: 'This browser has no room to keep the run: discard some under Runs, or save it as a file.',
  reading: ({ name }: { name: string }) => `Reading ${name}`,
  said: {
    copied: 'This run is open in another tab, too. Here it goes on as a copy.',
    gone: 'This run is no longer kept: it was discarded in another tab, or the browser has deleted it.',
  },
};
