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
      'It is the same with digits, and there it is a gift. On the way from one sample to another each picture is drawn anew, not two laid over each other; half way there is often a digit that nobody wrote.',
    ],
    more: 'Open the trained Conv CGAN, keep two of its digits by a click, and walk from one to the other in the tab Latent.',
    hint: 'The bridges are as wide as before. Let it train on to the end.',
    picture: 'Orange points crowded at eight clusters, and a few strung out between them.',
  },
} satisfies LessonTexts<typeof lesson>;
