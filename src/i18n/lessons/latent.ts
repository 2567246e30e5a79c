import type { lesson } from '../../lessons/course/latent.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  bridges: {
    title: 'Eight islands, one cloud',
    says: [
      'G makes each of its points from a z, two numbers drawn by chance. All possible z together are the latent space: here one round cloud, thick in the middle, in one piece.',
      'The data are eight clusters with nothing between them. G has to make eight pieces out of one.',
    ],
    asks: 'When G has found the clusters, how many of its points will lie between them?',
    options: {
      none: 'None: there are no data there',
      few: 'Fewer than one in ten',
      many: 'One in ten or more',
    },
    goal: 'G’s points that lie at no cluster',
    why: [
      'G is continuous: two z that are close together give points that are close together. Go from a z of one cluster to a z of the next, and what G draws goes along, without a jump. So every way leads over a bridge.',
      'D finds the bridges unreal and says so. G cannot cut them; it can only hurry across, so that few z lie there.',
    ],
    more: 'Open the tab Latent above the picture: there a net is laid over z, and you see how G stretches it over the bridges.',
    hint: 'G has not found the ring, so there are no islands yet. Run it again with the settings as they were.',
    picture: 'Orange points on all eight clusters and along thin bridges between them.',
  },
  remain: {
    title: 'Narrow bridges',
    says: ['Let both train on, from step 800 to step 1,600.'],
    asks: 'What will become of the points between the clusters?',
    options: {
      gone: 'They will be gone',
      fewer: 'Fewer, and still some',
      same: 'As many as before',
    },
    goal: 'G’s points that lie at no cluster',
    why: [
      'G has grown steeper between the clusters: a small step in z is a large one on the bridge, and few points are left there. To have none, it would have to be infinitely steep.',
      'With digits it is the same, and there it is a gift: the next step walks over such a bridge.',
    ],
    more: 'Train on to step 3,000: do the last points on the bridges go?',
    hint: 'The bridges are as wide as before. Let it train on to the end.',
    picture: 'Orange points crowded at eight clusters, and a few strung out between them.',
  },
  digits: {
    title: 'Half way between two digits',
    says: [
      'Here is a G that was trained before, on digits. Its z has 64 numbers, and a class goes with it.',
      'Take the z of a digit in the first row and that of the digit in the fifth row, of the same class. Half way between both is a z that nobody has drawn.',
    ],
    asks: 'What does G make of it?',
    options: {
      faded: 'Both digits, laid over each other, each half as bright',
      anew: 'A digit of its own',
    },
    goal: 'How far it is from both laid over each other, against how far they are apart',
    why: [
      'G is asked for a z and draws a picture; it knows nothing of the two ends. So it draws one digit in strokes of full brightness, with a slant and a form between theirs.',
      'That is what a latent space is good for: neighbours in it look alike, and ways through it are ways through handwriting. What lies half way need not be among the data.',
    ],
    more: 'The tab Latent is open now, with two of them on its shelf: press Play, then keep digits of other classes.',
    hint: 'Both ends are the same place, so there is no way between them.',
    picture: 'Three rows of digits: the two ends, and between them digits of their own.',
  },
} satisfies LessonTexts<typeof lesson>;
