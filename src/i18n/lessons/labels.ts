import type { lesson } from '../../lessons/course/labels.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  alone: {
    title: 'Two or three of each',
    says: [
      'Labels are dear: somebody has to look at each image and say what it is. Here D is a classifier, and learns from 25 labelled digits, two or three of each kind. G takes no part.',
      'It sees them again and again, each time moved a little. Then it is examined on 10,000 test digits.',
    ],
    asks: 'How many of those will it know after 200 steps?',
    options: {
      few: 'Less than 30 %',
      half: 'Between 30 and 80 %',
      most: 'More than 80 %',
    },
    goal: 'What it knows of its own digits beyond what it knows of others',
    why: [
      'It knows its 25 nearly by heart, and about half of the others. Repeating does not help: a way of writing a 4 that is not among them it has never met.',
      'Tens of thousands of digits lie beside them, and of none of these anybody has said what it is. Are they of no use?',
    ],
    more: 'Choose 100 “Labelled digits”, then 1000: how much do its marks rise?',
    hint: 'So many labels leave little of a gap. Run it again with 25.',
    picture: 'Grey noise: G was never trained.',
  },
  unlabelled: {
    title: 'Digits without a name',
    says: [
      'On the left, the same again. On the right D has one more answer beside the ten, “generated”, and plays the game as well: of digits without a label, and of G’s, it says whether they are real.',
      'The 25 labels are the same on both sides.',
    ],
    asks: 'After 600 steps, which D will know more of the test digits?',
    options: {
      alone: 'The left one: it minds its labels',
      alike: 'Both about as many',
      shown: 'The right one: it has seen far more digits',
    },
    goal: 'Test digits that the right D knows beyond the left one',
    why: [
      'To tell real digits from G’s, D has to find out what digits are made of. What it finds serves for the classes too: a few labels are enough to name what is already there.',
      'This is the semi-supervised GAN of 2016. The networks here are small, and so is the gain. The recipe’s own, after 1,000 steps with 25 labels, knew 85 % of the test digits, and with the labels alone 70 %.',
    ],
    more: 'Load SGAN’s trained model from the list of systems. It learned from 100 labels; what does it draw, and what does it know?',
    hint: 'Both learned from the labels alone. Run it again with the settings as they were.',
    picture: 'Left: grey noise, since G takes no part. Right: blurred digits.',
  },
} satisfies LessonTexts<typeof lesson>;
