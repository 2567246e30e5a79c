import type { lesson } from '../../lessons/course/strong-d.ts';
import type { LessonTexts } from '../lessonTexts.ts';

const options = {
  once: 'The left one: D learns once a step',
  alike: 'Both about as many',
  often: 'The right one: D learns five times a step',
};

export const texts = {
  ahead: {
    title: 'The better the judge, the better the teacher?',
    says: [
      'Two games as they were first written down: G lowers log(1 − D(G(z))). One number differs. On the left D learns once for every step of G, on the right five times.',
      'D is all that G ever hears of the data. So the G whose D knows more should learn more.',
    ],
    asks: 'Which G will have found more clusters after 300 steps?',
    options,
    goal: 'Clusters that the left G has found beyond the right one’s',
    why: [
      'On the right D finds every point of G out, and is sure of it wherever G could go: D(G(z)) is nearly 0 all around. A little to the left or to the right makes no difference to the verdict, so G’s gradient vanishes.',
      'A perfect judge says “wrong” and no more. What G learns from is D’s doubt: that this one looks a little more real than that one.',
    ],
    more: 'Leave the comparison, and in Settings give D five updates and choose the objective “Cross-entropy”. Now a D that is sure pushes G. Does it find all eight clusters?',
    hint: 'Both D’s learned as often. Run it again with the settings as they were.',
    picture: 'Left: orange points on most of the clusters. Right: all orange points far from the clusters.',
  },
  pace: {
    title: 'Keep pace',
    says: [
      'One game now, with smaller batches, and again five updates of D for every step of G.',
      'How far D gets ahead has two dials: how often it learns, and how much at a time. The first stays as it is. The second is its learning rate.',
    ],
    asks: 'Choose the rate with which G finds most of the clusters.',
    options: {},
    goal: 'Clusters that G draws',
    why: [
      'Five steps of a tenth are half of one. D still knows more than G, but not so much more that it never doubts, and doubt is what G can follow.',
      'So D’s loss going to 0 is no success: the game is over. Fewer or smaller updates of D open it again, and so do more or larger ones of G.',
    ],
    more: 'Set the rate back to 0.003 and “Updates of G” to 5. Is that the same?',
    hint: 'D is as sure as before, and G is lost. Choose the smaller rate.',
    picture: 'Orange points on the eight clusters.',
  },
  critic: {
    title: 'A judge that cannot be too good',
    says: [
      'A Wasserstein GAN asks D something else. D becomes a critic: it gives any number, high for data and low for G’s points, and a penalty keeps its slope in bounds.',
      'Again all is the same but one number: the left critic learns once for every step of G, the right one five times.',
    ],
    asks: 'Which G will have found more clusters after 150 steps?',
    options,
    goal: 'Clusters that the right G has found beyond the left one’s',
    why: [
      'How much higher the critic puts the data than G’s points estimates how far these still have to go: the Wasserstein distance. The better the critic, the better the estimate. Its slope is held, so it never goes flat: everywhere it says which way to go.',
      'Therefore it may be trained as far as one has time for. Arjovsky and others, who proposed it in 2017, give it five updates a step. With one it points anywhere, and G runs after it.',
    ],
    more: 'Leave the comparison and give D ten updates: what does G gain, and what does a step cost?',
    hint: 'Both critics learned as often. Run it again with the settings as they were.',
    picture: 'Left: a cloud of orange points that misses the clusters. Right: orange points at all eight clusters.',
  },
} satisfies LessonTexts<typeof lesson>;
