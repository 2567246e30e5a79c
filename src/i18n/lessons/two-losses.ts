import type { lesson } from '../../lessons/course/two-losses.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  still: {
    title: 'A forger who is told nothing',
    says: [
      'In the first equation of 2014 G minimises log(1 − D(G(z))): it lowers the probability of “generated”. That is exactly what D wants to raise.',
      'D learns five times for every step of G here, so it will soon be sure of itself. G follows the plain gradient.',
    ],
    asks: 'How real will D find G’s points over these 200 steps? At first it cannot tell, and says 0.5.',
    options: {},
    curve: 'D(G(z)), how real D finds them',
    goal: 'D(G(z)), how real D finds them',
    why: [
      'The slope of log(1 − D) in D’s score is −D(G(z)): as large as G’s points look real to D. Where D is sure, it is nearly 0: the worse G’s points are, the less they are told to move. This is called saturation.',
      'The points are still in their heap. Nothing is broken, and nothing happens.',
    ],
    more: 'Train it on for a while: D becomes surer still, and G is told even less.',
    hint: 'G has moved. Run it again with the objective “Minimax”.',
    picture: 'All orange points in their heap in the middle, and no cluster reached.',
  },
  move: {
    title: 'The same wish in other words',
    says: [
      'Cross-entropy lets G minimise −log D(G(z)) instead: it raises the probability of “real”. Both losses want the same thing, D fooled. D’s loss stays as it was.',
    ],
    asks: 'Choose the objective with which G gets D to doubt.',
    options: {},
    goal: 'D(G(z)), how real D finds them',
    why: [
      'The slope of −log D in D’s score is −(1 − D(G(z))). Where D sees through G that is nearly −1, the strongest there is. G is told most when it is worst.',
      'So G moves while D is sure, and the game begins. Nearly every code trains this form; the paper itself proposed it, a few lines below its equation.',
    ],
    more: 'With “Minimax”, let Adam train G, at a rate of 0.001. It divides each gradient by its usual size, and so hides part of the problem.',
    hint: 'The heap has not moved, and D is as sure as before. Choose the other objective.',
    picture: 'The orange points have left the middle, and some have reached clusters.',
  },
} satisfies LessonTexts<typeof lesson>;
