import type { Shape } from '../../lessons/sketch.ts';
import { formatsOf } from '../format.ts';

const { whole, short } = formatsOf('en');

/** How a curve goes: as it was expected, and as it went. */
const TO: Readonly<Record<Shape, string>> = {
  rises: 'to rise',
  falls: 'to fall',
  level: 'to stay level',
  peaks: 'to rise and fall again',
  dips: 'to fall and rise again',
};
const DID: Readonly<Record<Shape, string>> = {
  rises: 'rose',
  falls: 'fell',
  level: 'stayed level',
  peaks: 'rose and fell again',
  dips: 'fell and rose again',
};

/** What all lessons share. */
export const lessons = {
  /** By their ids. */
  title: {
    game: 'Two networks, one game',
    'one-step': 'One step, slowly',
    collapse: 'Mode collapse',
    steep: 'Sharp gradients and DRAGAN',
    'two-losses': 'Two losses for one wish',
    held: 'Clipping, penalty, DRAGAN',
    'batch-norm': 'Batch normalisation',
    'strong-d': 'When D is too strong',
    scores: 'What a score can tell',
    class: 'The class as input',
    labels: 'Learning from 25 labels',
    'dcgan-rules': 'DCGAN’s rules',
    errata: 'Find what is wrong',
    latent: 'The latent space',
  },
  /** What each shows, in a line, for whoever hands out its link. */
  shows: {
    game: 'What a generator and a discriminator do, on points in the plane, and what either is without the other.',
    'one-step': 'What one update of each network changes, and for whom.',
    collapse: 'How a generator that is too fast comes to draw always the same, and what mends it.',
    steep: 'How a discriminator that learns too well grows steep and clusters are lost; what DRAGAN does about it.',
    'two-losses': 'Why the generator minimises −log D, and not log(1 − D).',
    held: 'Two ways to hold a critic, as in the figure of the WGAN-GP paper, and a third one.',
    'batch-norm': 'Why one generator has two ways to draw, and when they differ.',
    scores: 'What precision, coverage and the Fréchet distance tell, and what they leave out.',
    'strong-d': 'What becomes of the generator when the discriminator is far ahead, and of a critic that is.',
    class: 'How a generator is told which class to draw, and why the discriminator has to be told as well.',
    labels: 'What digits without a label add to 25 that have one (SGAN).',
    'dcgan-rules': 'What batch normalisation and a small β₁ are for: rules of the DCGAN paper, taken away one by one.',
    errata: 'Five errors of much used codes, to be told by what they do.',
    latent: 'Why a generator leaves no gap between what it draws, and what there is half way between two samples.',
  },
  label: 'Lesson',
  place: ({ place, count }: { place: number; count: number }) => `${whole(place)} of ${whole(count)}`,
  list: 'All lessons',
  links: {
    open: 'Links for a class …',
    which: 'Lessons',
    all: 'All of them',
    print: 'Print this list',
    qrOf: ({ title }: { title: string }) => `QR code of the lesson “${title}”`,
  },
  opening: {
    title: 'A forger and a judge',
    says: [
      'Every digit here is made up. G, the forger, turns chance into pictures; D, the judge, has seen real digits and says how real each one looks.',
      'Neither has ever seen the other’s insides: G learns from D’s verdicts alone, and D from being fooled.',
      'That contest is a generative adversarial network, and this page trains them, live, in your browser.',
    ],
    learn: 'Watch one learn from nothing',
    first: 'First lesson',
    goOn: ({ title }: { title: string }) => `Go on: ${title}`,
    lessons: 'All lessons',
    unknown: ({ id }: { id: string }) => `There is no lesson “${id}”. All that there are stand below.`,
  },
  game: {
    label: 'The game',
    describe: ({ fake, real }: { fake: string; real: string }) =>
      `Chance z goes through G and becomes a generated digit, of which D says ${fake}; of a real digit D says ${real}.`,
    z: 'z, chance',
    g: 'forger',
    d: 'judge',
    fake: 'a fake',
    real: 'a real one',
    asked: 'real?',
    waiting: '…',
    probability: ({ value }: { value: number }) => `${whole(100 * value)} %`,
    raw: ({ value }: { value: number }) => short(value),
  },
  minutes: ({ minutes }: { minutes: number }) => `${whole(minutes)} min`,
  passed: ({ passed, steps }: { passed: number; steps: number }) =>
    passed === steps ? 'done' : passed === 0 ? '' : `${whole(passed)} of ${whole(steps)}`,
  stepOf: ({ step, steps }: { step: number; steps: number }) => `Step ${whole(step)} of ${whole(steps)}`,
  run: {
    train: ({ steps }: { steps: number }) => `Train ${whole(steps)} steps and watch`,
    stepD: 'Take one step of D',
    stepG: 'Take one step of G',
    stepBoth: 'Take one step of both',
    walk: 'Go half the way',
    again: 'Run it again',
    goOn: 'Go on',
    first: 'Choose first what you expect.',
    firstDraw: 'Draw first what you expect.',
    firstSet: 'Choose a setting first.',
  },
  running: ({ step, until }: { step: number; until: number }) => `Step ${whole(step)} of ${whole(until)}`,
  preparing: 'Getting the run ready',
  goal: {
    label: 'Measured',
    count: ({ value }: { value: number }) => whole(value),
    share: ({ value }: { value: number }) => `${whole(100 * value)} %`,
    number: ({ value }: { value: number }) => short(value),
    atLeast: ({ target }: { target: string }) => `at least ${target}`,
    atMost: ({ target }: { target: string }) => `at most ${target}`,
    none: 'not measured',
    met: 'Done',
    unmet: 'Not yet',
  },
  compare: {
    predicted: 'You said',
    happened: 'What happened',
    same: 'As you expected.',
    other: 'Not what you expected: that is where the learning is.',
    right: 'That is it.',
    wrong: 'That would look different. Look once more, and answer again.',
    unclear: 'none of these, this time',
  },
  /** A curve that is drawn, and the one that came. */
  draw: {
    label: ({ name }: { name: string }) => `Your curve: ${name}`,
    how: 'Draw it: finger, mouse or pen. By keys: ←\u00a0→ along, ↑\u00a0↓ higher and lower.',
    point: ({ step, value }: { step: number; value: string }) => `${value} at step ${whole(step)}`,
    nothing: 'nothing drawn yet',
    step: 'step',
    yours: 'yours',
    real: 'what happened',
    both: ({ name }: { name: string }) => `${name}: your curve and what happened`,
    sentence: ({ expected, found }: { expected: Shape; found: Shape }) =>
      expected === found
        ? `You expected it ${TO[expected]}, and so it did.`
        : `You expected it ${TO[expected]}; it ${DID[found]}.`,
    apart: ({ share }: { share: number }) =>
      `On average your curve was ${whole(100 * share)} % of the axis away from it.`,
  },
  why: 'Why',
  more: 'Try this',
  hint: 'What to do',
  read: 'Read it through',
  doIt: 'Do it yourself',
  print: 'Print this lesson',
  result: 'What came of it',
  toLesson: 'To the lesson',
  back: 'Back',
  next: 'Next',
  skip: 'Skip, I know this',
  failed: 'This run could not go on. Run it again.',
};
