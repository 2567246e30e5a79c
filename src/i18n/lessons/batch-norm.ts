import type { lesson } from '../../lessons/course/batch-norm.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  early: {
    title: 'One G, two pictures',
    says: [
      'Batch normalisation gives every unit of G mean 0 and variance 1 over the batch that is drawn. To draw an image by itself there is no batch; then G uses running averages of what it has met in training.',
      'Both runs have the same weights and the same z. Left, the images are drawn with the running averages; right, with the statistics of the images on the screen.',
    ],
    asks: 'After 10 steps, will the two draw the same?',
    options: {
      same: 'Hardly a difference: the weights are the same',
      other: 'Clearly other pictures',
    },
    goal: 'Mean difference of a pixel, of all that is possible',
    why: [
      'The averages begin at mean 0 and variance 1, and a tenth of each new batch enters them. After ten steps a third of what they say is still that beginning, and it is wrong: on the left everything is divided by far too much, and grey.',
      'Nothing is wrong with G. A model is its weights and its statistics.',
    ],
    more: 'Leave the comparison and change “Statistics of” in Settings while nothing trains: the picture changes at once.',
    hint: 'Both were drawn in the same way. Run it again with the settings as they were.',
    picture: 'Left: nearly even grey. Right: strong black and white noise, of the same weights.',
  },
  late: {
    title: 'The averages catch up',
    says: ['The same two runs, trained on to step 80. Each step brings the averages closer to what a batch has.'],
    asks: 'How far apart will the pictures be?',
    options: {
      less: 'Much closer than before',
      still: 'As far as before',
    },
    goal: 'Mean difference of a pixel, of all that is possible',
    why: [
      'After eighty steps nothing is left of the beginning, so both ways are close. They never agree wholly: a batch of sixteen has its own mean, by chance.',
      'With the batch’s statistics each image depends on the others beside it. With the averages it is drawn by itself, which is why one samples with them.',
    ],
    more: 'Load CGAN and switch on “Draw samples in training mode”: there, looking at samples changes the averages themselves.',
    hint: 'The averages have not caught up yet. Run it again to step 80.',
    picture: 'Blurred dark and bright patches on both sides, nearly the same.',
  },
} satisfies LessonTexts<typeof lesson>;
