/** What rules of diagnosis say: a sentence for each, under the rule's name. */
export const diagnosis = {
  label: 'What may be going wrong',
  since: 'since step {{step}}',
  dismiss: 'Dismiss: {{title}}',
  apply: 'Set {{changes}}',
  restart: 'Start over with {{changes}}',
  change: '{{name}} to {{value}}',
  rule: {
    strongD: {
      title: 'D is too strong',
      sentence: 'It is sure of every example, so G gets nothing to learn from.',
    },
    blindD: {
      title: 'D is blind',
      sentence: 'It scores real and generated examples alike, so G has nobody to learn from.',
    },
    oscillation: {
      title: 'The two networks circle each other',
      sentence: 'D’s scores swing to and fro, far and regularly, in place of settling.',
    },
    exploding: {
      title: 'D has grown very steep',
      sentence: 'Its gradient near real data has gone from {{begin}} to {{norm}}: tiny changes decide everything.',
    },
    nonFinite: {
      title: 'The numbers have run away',
      sentence: 'Updates were so large that a loss is no longer a finite number.',
    },
    collapse: {
      title: 'G has collapsed',
      sentence: 'What it draws differs too little: much of the real data is never drawn.',
    },
    memorising: {
      title: 'G copies its examples',
      sentence: 'What it draws lies closer to training examples than other real ones do.',
    },
    idle: {
      title: 'Part of {{network}} does nothing',
      sentence_dead: 'In layer {{layer}}, {{percent}} % of the units are zero for every example, and stay so.',
      sentence_saturated:
        'In layer {{layer}}, {{percent}} % of the outputs are at their ends, where nothing is learnt.',
    },
  },
};
