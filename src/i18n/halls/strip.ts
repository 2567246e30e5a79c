/** The strip below the bar: what is going on, and what needs attention. */
import { formatsOf } from '../format.ts';

const { whole } = formatsOf('en');

export const strip = {
  status: {
    opening: {
      data: 'Fetching the digits',
      backend: 'Choosing the backend',
      networks: 'Building the networks',
      none: 'Opening',
    },
    openingDetail: ({ stage, detail }: { stage: string; detail: string }) => `${stage}: ${detail}`,
    openingPlain: ({ stage }: { stage: string }) => `${stage}…`,
    ready: ({ recipe, data }: { recipe: string; data: string }) => `${recipe} is ready to train on ${data}.`,
    paused: ({ step }: { step: number }) => `Paused after step ${whole(step)}.`,
    training: ({ recipe, data }: { recipe: string; data: string }) => `Training ${recipe} on ${data}.`,
    pausing: 'Pausing after the step in flight.',
    stepping: 'Taking one step.',
    failed: 'Stopped: the message on the page says why.',
    closed: 'Closed.',
    lost: 'The training engine does not answer.',
  },
  notice: {
    title: 'Part of the link was not understood',
    unknown: ({ key, recipe }: { key: string; recipe: string }) =>
      `“${key}” is not a setting of ${recipe} and was ignored.`,
    bad: ({ why }: { why: string }) => `${why} The default is used.`,
    networks: ({ why }: { why: string }) => `${why} The recipe’s own networks are used.`,
    unsound: ({ why }: { why: string }) => `${why} The recipe’s own settings are used.`,
    filesTitle: 'These data are not here',
    files:
      'They were brought or drawn in another visit, and stay on its computer. The usual data is used; bring or draw them again from the list of data.',
    dismiss: 'Dismiss',
  },
  error: {
    title: {
      'bad-config': 'These settings do not go together',
      'data-missing': 'The data could not be fetched',
      'data-corrupt': 'The data arrived damaged',
      'bad-file': 'This file cannot be used',
      'backend-unavailable': 'The backend cannot be used here',
      'device-lost': 'The graphics device was lost',
      'non-finite': 'The training diverged',
      cancelled: 'Cancelled',
      'unknown-run': 'This run is gone',
      'worker-lost': 'The training engine is lost',
      internal: 'Something went wrong',
    },
    lostNext: 'Started anew, it goes on from the last states that it gave to the page, at most half a minute old.',
    revive: 'Start the engine anew',
    resume: 'Resume from the last good state',
    retry: 'Try again',
    reset: 'Start over',
    dismiss: 'Dismiss',
    cause: 'Details',
  },
  restart: {
    waiting: ({ names }: { names: string }) => `Waits for a new run: ${names}`,
    now: 'Start over',
    keepAll: 'Keep what runs',
    with: ({ value }: { value: string }) => `Start over with ${value}`,
    keep: ({ value }: { value: string }) => `Keep ${value}`,
    mark: 'takes a new run',
    pending: 'waiting',
  },
  /** A trained model that lies beside the page. */
  model: {
    open: 'Trained',
    openHint: ({ name }: { name: string }) => `${name}, ready-made: to look at, or to train on`,
    fetching: ({ name, kilobytes }: { name: string; kilobytes: number }) =>
      `Fetching the trained ${name}: ${whole(kilobytes)} kB.`,
  },
};
