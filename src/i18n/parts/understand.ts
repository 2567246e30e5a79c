import { formatsOf } from '../format.ts';

const { decimal, short, whole } = formatsOf('en');

/** Examples that a line is about. */
export interface Batch {
  readonly count: number;
  /** They are points in the plane. */
  readonly points: boolean;
}

/** Of which network it is said. */
export interface Of {
  readonly network: 'D' | 'G';
}

/** What both networks are after, what a single step did, and where to read on. */
export const understand = {
  label: 'What there is to understand',
  tab: { losses: 'Losses', step: 'One step', sample: 'A sample', gradient: 'Gradient', errata: 'Errata' },
  d: 'D minimises',
  g: 'G minimises',
  never: 'nothing: it is not trained',
  clip: ({ bound }: { bound: number }) => `with weights within ±${decimal(bound)}`,
  letter: ({ letter, value }: { letter: string; value: number }) => `${letter} = ${decimal(value)}`,
  light: 'Draws its curve heavier among the losses, until it is pressed again',
  /** How a formula is read out, sign by sign. */
  spoken: {
    E: 'mean of',
    '[': '(',
    ']': ')',
    '−': 'minus',
    '+': 'plus',
    '½': 'one half of',
    '²': 'squared',
    '|': 'given',
    σ: 'sigmoid of',
    λ: 'lambda',
    γ: 'gamma',
    δ: 'delta',
    ε: 'epsilon',
    θ: 'theta',
    η: 'eta',
    _: '',
    '∼': 'drawn from',
    '←': 'becomes',
    '∇': 'gradient of',
    ₓ: '',
  },
  norm: ({ inside }: { inside: string }) => `norm of (${inside})`,
  step: { before: 'before', after: 'after', later: 'Pause, and take single steps: what each does is said here.' },
  /** A step, line by line. */
  lines: {
    title: 'A step, line by line',
    label: 'The algorithm',
    times: ({ network, times }: { network: string; times: number }) =>
      times === 1 ? `Update ${network}` : `Update ${network}, ${whole(times)} times`,
    round: ({ round, times }: { round: number; times: number }) => `now ${whole(round)} of ${whole(times)}`,
    act: {
      real: ({ count, points }: Batch) => `${whole(count)} real ${points ? 'points' : 'digits'}`,
      labelled: ({ count }: Batch) => `${whole(count)} with labels`,
      latent: ({ count }: Batch) => `${whole(count)} draws`,
      generate: ({ count }: Batch) => `${whole(count)} fakes`,
      score: 'scores',
      slope: 'where the score rises',
      penalty: 'how steep D is',
      loss: '',
      update: ({ rate }: { rate: number }) => `η = ${decimal(rate)}`,
      clip: ({ bound }: { bound: number }) => `c = ${decimal(bound)}`,
    },
    player: 'Go through the step',
    take: 'Take a step',
    back: 'Back',
    next: 'Next line',
    play: 'Play',
    stop: 'Stop',
    tensors: 'What this line came by',
    none: 'Pause, and take a step: each line is shown with the very numbers of that step. Step, Step D and Step G above do the same while this is open.',
    at: ({ line, count }: { line: number; count: number }) => `line ${whole(line)} of ${whole(count)}`,
    /** What is seen of a line. */
    shows: {
      real: () => 'Real examples of this batch',
      labelled: () => 'Examples whose class D is told',
      latent: () => 'The first z of this batch, a row each',
      generate: () => 'What G makes of them',
      score: ({ network }: Of) => (network === 'D' ? 'How real D finds them' : 'How real D finds the fakes'),
      slope: () => 'Where D’s score rises',
      penalty: () => 'How steep D is at these',
      loss: ({ network }: Of) => `What ${network} lost in this update`,
      update: ({ network }: Of) => `How far the weights of ${network} went`,
      clip: () => 'Weights that are cut off',
    },
    mean: ({ mean }: { mean: number }) => `mean ${short(mean)}`,
    pictures: {
      real: 'Real examples of this batch',
      fake: 'What G made in this step',
      judged: 'What D has scored in this step',
      points: 'Where the gradient of D is taken',
      slopes: 'Fakes of this step, coloured by the slope of D at each pixel',
      arrows: 'Fakes of this step, with an arrow along the slope of D at each',
      latent: ({ count, size }: { count: number; size: number }) =>
        `${whole(count)} latent points of ${whole(size)} numbers each`,
    },
    weights: {
      norm: 'length of all weights',
      move: 'length of the move',
      percent: ({ percent }: { percent: number }) => `${short(percent)} %`,
      relative: ({ percent }: { percent: number }) => `They moved by ${short(percent)} % of their length.`,
      clipped: ({ percent }: { percent: number }) => `${short(percent)} % of the weights of D lie at ±c now.`,
    },
  },
  /** A sample's way through both networks. */
  way: {
    title: 'A sample on its way through both networks',
    coming: 'Following a sample …',
    of: ({ place, step }: { place: number; step: number }) =>
      `Sample ${whole(place)} on the screen, after step ${whole(step)}`,
    z: 'z',
    generator: 'Through G',
    made: 'What G made of it',
    madeLabel: 'The sample that is followed',
    discriminator: 'Through D',
    score: ({ logit }: { logit: string }) => `D’s output: ${logit}`,
    latent: ({ size }: { size: number }) => `z, ${whole(size)} numbers`,
    some: ({ shown, all }: { shown: number; all: number }) => `${whole(shown)} of ${whole(all)} shown`,
    layerLabel: ({ layer, name, network }: { layer: number; name: string; network: string }) =>
      `What layer ${whole(layer)} of ${network}, ${name}, makes of it`,
    legend: 'Coloured is positive, grey is negative, dark is nothing; each layer by its own largest value.',
  },
  /** Why D is held, by what holds it. */
  hold: {
    title: 'How steep D is, near the real data',
    noTarget: 'none',
    steep:
      'G learns from D’s slope. Flat, it says nothing; too steep, it throws G about, and G often ends at a few samples.',
    part: { does: 'What it does', where: 'Where it is measured', look: 'What to look at' },
    why: {
      none: {
        does: 'Nothing keeps D from growing steep.',
        where: 'The trace is taken near real examples, and nobody is trained on it.',
        look: 'Train on: where the norm climbs and keeps climbing while the variety of G falls, a collapse is near. Then choose a hold on D and begin anew from the same seed.',
      },
      clip: {
        does: 'Every weight of D is cut off at ±c after each update, so D cannot be steeper than its layers allow.',
        where: 'Nowhere: weights are held, whatever the examples are.',
        look: 'The norm stays far below 1 if c is small, and D grows too simple to help. If c is large, nothing is held. Most weights end at the bound: see the last line of a step.',
      },
      dragan: {
        does: 'The norm of D’s gradient is drawn to k, from above and from below.',
        where: 'At real examples moved by noise: only near the data, where G is to arrive.',
        look: 'The norm should come to rest near k, and the scores stay apart but not at their ends. With λ at 0 it climbs again.',
      },
      wganGp: {
        does: 'The norm of D’s gradient is drawn to k, so that D measures a distance with one and the same scale.',
        where: 'On straight lines between real and generated examples: all along G’s way.',
        look: 'The loss of D falls in size as samples get better, with the norm near k. It is a measure only while that holds.',
      },
      r1: {
        does: 'The squared norm of D’s gradient is drawn to 0.',
        where: 'At the real examples themselves.',
        look: 'The norm sinks as samples get better: where G has arrived, D should be flat and leave it alone.',
      },
    },
  },
  /** What one sees of an error of popular code, before one knows its cause. */
  errata: {
    about: 'What one sees, why, and a switch to see it happen. Off is correct.',
    none: 'No error of widely copied code is known of this system.',
    symptom: {
      bnEpsilon: 'Digits stay pale and blurred, and contrast comes late.',
      sampleTraining: 'The same z looks different whenever other digits are drawn beside it.',
      splitByPosition: 'Held-out scores are worse than they should be, as if the test digits were harder.',
      stretch: 'From the first step on samples have full contrast, even of networks that know nothing.',
      scaledTwice: 'D is right about everything at once, and G learns to draw black.',
      labelsByPosition: 'A few labels give nearly the accuracy of all labels.',
      swappedRates: 'Turning up the learning rate of D makes G restless.',
      chosenOnTest: 'The accuracy reported is a little higher than any new digit will bear out.',
      logOfRounded: 'Where D is most wrong it learns least; losses stop at 18.4.',
      sharedStatistics: 'D is right while it trains and wrong when it is examined.',
      columnNorm: 'The penalty is there, but the norm of the gradient stays well above k.',
      positiveNoise: 'D is smooth towards brighter digits only, and thin strokes tear.',
      mixTest: 'Scores on test digits are as good as on training digits.',
      penaliseSigmoid: 'The norm of the gradient climbs although a penalty is on.',
    },
  },
  paper: { title: 'The paper', link: ({ arxiv }: { arxiv: string }) => `arXiv:${arxiv}` },
};
