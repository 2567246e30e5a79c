/** The rail: a lesson or settings. */
import { formatsOf } from '../format.ts';

const { whole } = formatsOf('en');

export const rail = {
  rail: {
    label: 'Lesson or settings',
    mode: { lesson: 'Lesson', settings: 'Settings' },
    hide: 'Hide this column',
  },
  settings: {
    title: 'Settings',
    show: 'Show what is folded away',
    defaults: 'Defaults',
    more: 'More',
    count: ({ count }: { count: number }) => `${whole(count)} ${count === 1 ? 'setting' : 'settings'}`,
    networks: 'Networks',
    layers: ({ g, d }: { g: number; d: number }) => `${whole(g)} and ${whole(d)} layers`,
    committed: ({ count }: { count: number }) => (count === 0 ? 'all corrected' : `${whole(count)} as in the code`),
    help: ({ label }: { label: string }) => `Help: ${label}`,
    noHelp: 'The explanations could not be loaded.',
    exact: ({ label }: { label: string }) => `${label}, exact value`,
    refused: ({ value, why }: { value: string; why: string }) =>
      `${value} was not taken over. ${why} Everything stays as it was.`,
    on: 'on',
    off: 'off',
    group: {
      run: 'Run',
      labels: 'Labels',
      objective: 'Objective',
      gradient: 'Gradient of D',
      optimizer: 'Optimisers',
      sampling: 'Sampling',
      errata: 'Errata of the popular code',
    },
    groupHelp: {
      run: '',
      labels: 'D sees all digits, but is told the class of a few.',
      objective: '',
      gradient: '',
      optimizer: '',
      sampling: '',
      errata: 'Where widely copied code departs from the paper. Off is correct; switch one on to see what it does.',
    },
  },
};
