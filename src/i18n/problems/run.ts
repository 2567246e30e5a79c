import type { CancelledWork, LostReason, RunProblems } from '../../core/problems/run.ts';
import type { Words } from './words.ts';

function nameOf(cancelled: CancelledWork): string {
  switch (cancelled.work) {
    case 'opening':
      return 'Opening the run';
    case 'choosing':
      return 'Choosing a backend';
    case 'measuring':
      return 'The measuring';
    case 'nearest':
      return 'Looking for the nearest images';
    case 'classifier':
      return 'The training of the classifier';
    case 'reading':
      return 'Reading these files';
    case 'saving':
      return 'Making this file';
    case 'worker':
      return 'What the training engine was asked for';
    case 'loading':
      return `Loading ${cancelled.name}`;
    case 'fetching':
      return `Fetching ${cancelled.name}`;
    default:
      return cancelled satisfies never;
  }
}

/** What was measured, where its name is none that a person knows. */
const measured: Readonly<Record<string, string>> = {
  lossD: 'the loss of D',
  lossG: 'the loss of G',
  lossReal: 'D’s loss on real examples',
  lossFake: 'D’s loss on generated examples',
  penalty: 'the penalty',
  scoreReal: 'D(x)',
  scoreFake: 'D(G(z))',
  gradientNorm: 'the gradient of D',
  gradientSquare: 'the gradient of D',
  lossClass: 'the loss of the classifier',
  lossMatch: 'the distance of the features',
};

const lost: Readonly<Record<LostReason, string>> = {
  hung: 'The training engine has not answered for several seconds.',
  thrown: 'The training engine has stumbled over an error of its own.',
  unstarted: 'The training engine did not start.',
};

export const runProblems: Words<RunProblems> = {
  cancelled: (work) => `${nameOf(work)} was cancelled.`,
  'run.closed': () => 'This run was closed.',
  'run.unknown': ({ run }) => `There is no run ${run}; it was closed or never opened.`,
  'run.aside': ({ run }) => `Run ${run} was put aside. Bring it back before anything is done with it.`,
  'run.failed': () => 'This run has stopped with an error. Resume or reset it first.',
  'run.notFinite': ({ step, name, good }) =>
    `At step ${step}, ${measured[name] ?? name} was no longer a finite number. ${
      good === null ? 'Lower the learning rates and reset.' : `Lower the learning rates, then resume from step ${good}.`
    }`,
  'run.noSnapshot': () => 'There is no earlier state to resume from. Reset the run.',
  'run.noBest': () => 'No model has been examined yet, so there is none to return to.',
  'worker.lost': ({ reason }) => lost[reason],
  'worker.restarted': () => 'The training engine was started anew.',
  internal: ({ what }) => `Something went wrong in the engine: ${what}`,
};
