import type { lesson } from '../../lessons/course/class.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  asked: {
    title: 'Ask for a digit',
    says: [
      'So far nobody could tell G what to draw. Here it gets a second input beside z: the class, 0 to 9. Each column of the picture asks for one of them. D gets image and class, and says whether they are a real pair.',
      'So that it is quick, both networks are small and have dense layers alone. In the end a classifier, which knows real digits and takes no part in the game, reads 200 of G’s.',
    ],
    asks: 'After 300 steps, how often will it read the digit that was asked for?',
    options: {
      chance: 'In a tenth or so, as by chance',
      some: 'In less than half',
      most: 'In half and more',
    },
    goal: 'Samples in which the digit asked for is read',
    why: [
      'A fine seven that was asked for as a three is no real pair, and D finds that out. Only the digit that was asked for deceives it. This is the conditional GAN of 2014.',
      'Look down a column: its digits are nearly alike. The class says what to draw; z should say in which hand, and after so short a training it hardly does.',
    ],
    more: 'Above the picture choose a digit in place of “All”: now G is asked for that one alone.',
    hint: 'That was too soon: the columns still look alike. Run it again, to its end.',
    picture: 'Ten columns of blurred digits; in most columns one digit from top to bottom.',
  },
  untold: {
    title: 'A judge who does not know what was asked for',
    says: [
      'Two runs from the same seed. In both G is told the class. On the left D is told it too; on the right D sees the image alone.',
    ],
    asks: 'Which G will draw what it is asked for?',
    options: {
      both: 'Both of them: both are told',
      left: 'Only the left one',
      neither: 'Neither of them',
    },
    goal: 'How much oftener the left G draws what was asked for',
    why: [
      'On the right any digit passes that looks real, whatever was asked for. Nothing that G hears depends on the class, so to G it is more noise.',
      'An input is no order. G does what its loss asks for, and its loss is what D says.',
    ],
    more: 'Leave the comparison and open “Networks” in Settings: what does the last layer of the left D do?',
    hint: 'That was too soon: neither of them has learned to listen. Run it again, to its end.',
    picture:
      'Left: in most columns one digit from top to bottom. Right: blurred digits that have nothing to do with their column.',
  },
} satisfies LessonTexts<typeof lesson>;
