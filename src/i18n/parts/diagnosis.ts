import { formatsOf } from '../format.ts';

const { decimal, whole } = formatsOf('en');

/** What rules of diagnosis say: a sentence for each, under the rule's name. */
export const diagnosis = {
  label: 'What may be going wrong',
  since: ({ step }: { step: number }) => `since step ${whole(step)}`,
  others: ({ count }: { count: number }) => `${whole(count)} more`,
  dismiss: ({ title }: { title: string }) => `Dismiss: ${title}`,
  apply: ({ changes }: { changes: string }) => `Set ${changes}`,
  restart: ({ changes }: { changes: string }) => `Start over with ${changes}`,
  change: ({ name, value }: { name: string; value: string }) => `${name} to ${value}`,
  rule: {
    strongD: {
      title: 'D is too strong',
      sentence: 'It is sure of every example, so G gets nothing to learn from.',
    },
    blindD: {
      title: 'D is blind',
      sentence: 'It scores real and generated examples alike, so G has nobody to learn from.',
    },
    stillD: {
      title: 'D has stopped',
      sentence: 'It has gone flat, and its scores stand still where it cannot tell: G has nobody to learn from.',
    },
    oscillation: {
      title: 'The two networks circle each other',
      sentence: 'D’s scores swing to and fro, far and regularly, in place of settling.',
    },
    exploding: {
      title: 'D has grown very steep',
      sentence: ({ begin, norm }: { begin: number; norm: number }) =>
        `Its gradient near real data has gone from ${decimal(begin)} to ${decimal(norm)}: tiny changes decide everything.`,
    },
    nonFinite: {
      title: 'The numbers have run away',
      sentence: 'Updates were so large that a loss is no longer a finite number.',
    },
    collapse: {
      title: 'G has collapsed',
      sentence: 'What it draws differs too little: much of the real data is never drawn.',
    },
    sameClass: {
      title: ({ label }: { label: string }) => `All “${label}” of G are alike`,
      sentence: ({ percent }: { percent: number }) =>
        `They differ only ${decimal(percent)} % as much as real ones do, whatever z is. The tab Inside shows the other classes.`,
    },
    memorising: {
      title: 'G copies its examples',
      sentence: 'What it draws lies closer to training examples than other real ones do.',
    },
    idle: {
      title: ({ network }: { network: string }) => `Part of ${network} does nothing`,
      sentence: ({ kind, layer, percent }: { kind: 'dead' | 'saturated'; layer: number; percent: number }) =>
        kind === 'dead'
          ? `In layer ${whole(layer)}, ${whole(percent)} % of the units are zero for every example, and stay so.`
          : `In layer ${whole(layer)}, ${whole(percent)} % of the outputs are at their ends, where nothing is learnt.`,
    },
  },
};
