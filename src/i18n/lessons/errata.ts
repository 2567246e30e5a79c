import type { lesson } from '../../lessons/course/errata.ts';
import type { LessonTexts } from '../lessonTexts.ts';

/** Errors of the popular codes, each in one sentence; the same wherever it is offered. */
const stretch = 'Each picture is stretched until its darkest pixel is black and its brightest white';
const bnEpsilon = 'Batch normalisation adds 0.8 to every variance: the number was meant for another place';
const sampleTraining = 'Samples are normalised by the pictures that are drawn beside them';
const scaledTwice = 'Pixels are scaled twice, as if they were still bytes the second time';
const labelsByPosition = 'Which digits have labels goes by their place in the batch';
const columnNorm = 'The penalty takes the slope of D column by column, not of the whole picture';
const positiveNoise = 'The noise of the penalty makes pixels brighter only';

const asks = 'Look at both. What is wrong in run 2?';

export const texts = {
  contrast: {
    title: 'Strong pictures at once',
    says: [
      'Codes that thousands have copied have errors in them. In each step of this lesson two runs are the same, but for one such error in run 2. Train first, look, then say what is wrong.',
      'Here are two DCGANs after five steps. Neither G has learnt anything yet.',
    ],
    asks,
    options: { stretch, bnEpsilon, scaledTwice, columnNorm },
    goal: 'Pictures of run 2 that reach from black to white',
    why: [
      'Run 1 is honest: an untrained G draws nearly even grey. In run 2 the same faint noise is stretched to full contrast before it is shown. G is the same in both, only the display is wrong.',
      'Whoever sees such pictures takes a weak G for a strong one. What is shown is part of what is measured.',
    ],
    more: 'Leave the comparison, load DCGAN, and switch “Stretch each sample” on and off in Settings, while it rests.',
    hint: 'Both runs show the same. Run it again with the settings as they were.',
    picture: 'Left: even grey. Right: strong coloured noise.',
  },
  pale: {
    title: 'Pale pictures',
    says: [
      'Two CGANs after twenty steps. Their G has batch normalisation: every unit is divided by its own spread over the batch. What is drawn with it should soon have contrast.',
    ],
    asks,
    options: { sampleTraining, scaledTwice, stretch, bnEpsilon },
    goal: 'By how much run 2 is paler',
    why: [
      'A tiny number, ε, is added to the variance so that nothing is divided by 0; 0.00001 is usual. In the popular code 0.8 stands there. It was meant as the momentum, and stands one place too early in the list.',
      'Where units vary by less than 0.8, and at first all do, normalisation makes them small in place of alike. Contrast comes late.',
    ],
    more: 'Train both on to step 300. Does run 2 catch up?',
    hint: 'Both runs are equally strong. Run it again with the settings as they were.',
    picture: 'Left: strong black and white noise. Right: nearly even grey.',
  },
  black: {
    title: 'Into the dark',
    says: ['Two SGANs after forty steps, with real digits below what G draws. Compare all that you see.'],
    asks,
    options: { scaledTwice, labelsByPosition, bnEpsilon, sampleTraining },
    goal: 'Brightest pixel of the real digits in run 2',
    why: [
      'Bytes from 0 to 255 are scaled to −1 to 1. If they were from 0 to 1 already, doing it again leaves all of them near −1: black. G learns to draw what it is shown, and so darkness.',
      'The losses go on as if nothing were wrong. Look at your data as the network sees them, before anything else.',
    ],
    more: 'In the curves: does anything there give it away?',
    hint: 'The real digits are bright in both. Run it again with the settings as they were.',
    picture: 'Left: grey with brighter stripes in the middle. Right: almost black.',
  },
  other: {
    title: 'One G, other pictures',
    says: [
      'Two CGANs after four steps. Their weights are equal, number by number, and the z are the same; the curves are, too. The pictures are not.',
    ],
    asks,
    options: { bnEpsilon, stretch, sampleTraining, labelsByPosition },
    goal: 'Mean difference of a pixel between the runs',
    why: [
      'Run 2 draws in training mode: it normalises by the hundred pictures on the screen. So one picture depends on its neighbours, and with others beside it the same z gives another.',
      'In the popular code drawing even moves the running averages: looking at the samples changes the model.',
    ],
    more: 'Leave the comparison, load CGAN, switch on “Draw samples in training mode”, and show one class alone: its digits are others now, since their neighbours are.',
    hint: 'Both runs drew in the same way. Run it again with the settings as they were.',
    picture: 'Left: faint grey noise. Right: strong noise, of the same weights.',
  },
  loose: {
    title: 'A penalty that does not hold',
    says: [
      'Two DRAGANs. A penalty asks for a slope of D of 1 around the data: the dashed line in the chart of the gradient.',
      'Train sixty steps and look there. In one run it settles on the line.',
    ],
    asks,
    options: { sampleTraining, columnNorm, stretch, positiveNoise },
    goal: 'Slope of D at the data in run 2',
    why: [
      'Squares were added along the height only, so a picture has 28 norms, one for each column, and each is pulled towards 1. Together they make √28 ≈ 5.3 where all are 1, and the slope settles near that.',
      'One axis left out of a sum, and everything still runs. A curve beside its target shows it.',
    ],
    more: 'Leave the comparison, open Understand, and read the errata of other systems: what would you look at to find them?',
    hint: 'Both slopes are held. Run it again with the settings as they were.',
    picture:
      'Left: dark patches of dots. Right: fine dots on grey. The pictures do not tell which is as it should be, only the curve does.',
  },
} satisfies LessonTexts<typeof lesson>;
