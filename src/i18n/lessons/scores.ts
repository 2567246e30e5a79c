import type { lesson } from '../../lessons/course/scores.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  quality: {
    title: 'A fine score',
    says: [
      'One number for a model would be handy. Let us take the share of orange points that lie among data: how good are G’s points, one by one? This is called precision.',
      'D is quick here and learns five times for every step of G. After 300 steps G will have a fine precision.',
    ],
    asks: 'How much of the data will have an orange point nearby?',
    options: {
      all: 'Nearly all',
      half: 'About half',
      few: 'Little of it',
    },
    goal: 'G’s points that lie among data',
    why: [
      'Each point is good, and nearly all are the same. Precision asks every point of G whether it lies among data, and no point of the data whether G thought of it.',
      'A forger who copies one bank note perfectly has precision 100 %.',
    ],
    more: 'Measure in Quality, beside the picture: “modes found” says what precision leaves out.',
    hint: 'G’s points are scattered. Run it again without a penalty on D.',
    picture: 'All orange points close together at one of eight clusters.',
  },
  variety: {
    title: 'The other half',
    says: [
      'Now ask the data instead: what share of them has an orange point nearby? That is coverage, a kin of recall.',
      'The run is the same, and one knob is yours: what is done to D. Before it runs, say to yourself what will become of precision.',
    ],
    asks: 'Choose what is done to D, so that G covers most of the data.',
    options: {},
    goal: 'Data that have a point of G nearby',
    why: [
      'Points all around the ring, most of them beside the clusters: everything is covered, little is exact. Fewer than a quarter lie among data. The two scores have changed places.',
      'So neither can stand alone. The Fréchet distance puts both into one number, and then cannot say which of the two is wrong.',
    ],
    more: 'Train on: do the points settle on the clusters, so that both scores rise?',
    hint: 'Most of the data are far from any point of G. Choose the other one.',
    picture: 'Orange points all around the ring, between the clusters as well.',
  },
  samples: {
    title: 'Too few to say',
    says: [
      'The Fréchet distance compares mean and spread of two heaps of points; 0 means alike. Here it is measured with 20 points in each heap.',
      'As a test of the measure itself, real points are compared with other real points. G has hardly begun; that does not matter here.',
    ],
    asks: 'What distance will real points have from real points?',
    options: {
      zero: 'Nearly 0: they are of the same kind',
      some: 'Clearly more than 0',
      same: 'About as much as G’s',
    },
    goal: 'Fréchet distance of real points from real ones',
    why: [
      'Twenty points have another mean and another spread than the next twenty, by chance. So even perfect samples would not get 0. The fewer the samples, the larger the distance.',
      'Therefore this page shows beside each score what real data get, and how many samples there were. Compare scores of equal numbers only.',
    ],
    more: 'Measure with 1,000 samples in Quality: what real points get then is far smaller.',
    hint: 'With so many points the distance is nearly 0. Run it again with few.',
    picture: 'Eight clusters of real points, and an untrained heap of orange ones in the middle.',
  },
} satisfies LessonTexts<typeof lesson>;
