import type { lesson } from '../../lessons/course/dcgan-rules.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  norm: {
    title: 'A judge that whispers',
    says: [
      'In 2015 the DCGAN paper gave rules by which convolutional GANs train. One of them: batch normalisation in G and in D, so that behind each layer every unit has mean 0 and variance 1.',
      'On the left D has it, on the right that rule is broken. All else is the same. G learns by following the slope of D, so let us see how steep D is: look at the curve, for so early the pictures tell little.',
    ],
    asks: 'How many times as steep will the left D be, over the first 20 steps?',
    options: {
      alike: 'About as steep',
      ten: 'About ten times',
      hundred: 'More like a hundred times',
    },
    goal: 'Times as steep as the right one',
    why: [
      'Weights begin small, and in networks as narrow as these each layer passes on only a part of what comes in: after three of them next to nothing is left. D says 0.5 to everything, and G hears a whisper. Batch normalisation makes it loud again behind each layer.',
      'The rule is for such beginnings. The right D does wake up, late, since Adam enlarges small gradients.',
    ],
    more: 'Train on to step 60, and watch the gradient on the right.',
    hint: 'Both D were normalised alike. Run it again with the settings as they were.',
    picture: 'Both sides mottled: so early the pictures do not tell, and only the curve does.',
  },
  momentum: {
    title: 'A rule about memory',
    says: [
      'Another rule: Adam’s β₁ is 0.5, not the usual 0.9. It is momentum: each step follows an average of past gradients, which with 0.9 reaches back about ten steps, and with 0.5 about two.',
      'Momentum is a fine thing where one network learns alone. Here are the ring, the networks of the first lesson, and β₁ of 0.9.',
    ],
    asks: 'How many of the eight clusters will G draw after 800 steps?',
    options: {
      all: 'All, or nearly all',
      half: 'About half of them',
      few: 'Three or fewer',
    },
    goal: 'Clusters that G draws',
    why: [
      'In a game the goal moves: ten steps ago D was another, and G still follows what it said then. Both overshoot, turn, and overshoot again. The paper says: oscillation and instability.',
      'The curves swing, and none of them says “failed”: only the points do.',
    ],
    more: 'Press Play at the timeline, and watch the points swing to and fro.',
    hint: 'The points have settled: the memory was short. Run it again with the settings as they were.',
    picture: 'Orange points in a streak that leaves nearly all eight clusters out.',
  },
  mend: {
    title: 'Mend it',
    says: ['The same beginning, and one knob is yours: β₁, of both networks.'],
    asks: 'Which β₁ lets G find the ring?',
    options: {},
    goal: 'Clusters that G draws',
    why: [
      'With 0.5 yesterday’s gradients are soon forgotten, and both networks answer each other as they are now. Many later GANs went on to 0.',
      'Rules of this kind are experience, not theorems: the paper found them by trying, and so can you.',
    ],
    more: 'Set β₁ to 0 in Settings. Is the ring found sooner, or later?',
    hint: 'The points still swing. Does the memory have to be shorter, or longer?',
    picture: 'Orange points around the whole ring, on all eight clusters.',
  },
} satisfies LessonTexts<typeof lesson>;
