import type { lesson } from '../../lessons/course/held.ts';
import type { LessonTexts } from '../lessonTexts.ts';

export const texts = {
  levels: {
    title: 'Two ways to hold a critic',
    says: [
      'The data are a rolled-up line. D is a critic here: it gives any number, and its slope must be held. On the left its weights are cut off at ±0.01 after each update. On the right a penalty asks for a slope of 1 between data and generated points.',
      'Lines in the teal join places that D finds equally real. All else is the same, the seed too.',
    ],
    asks: 'After 300 steps, which critic will know better where the roll lies?',
    options: {
      clipped: 'The clipped one, on the left',
      alike: 'Both alike',
      penalised: 'The penalised one, on the right',
    },
    goal: 'How much oftener the right critic finds the roll more real than a place beside it',
    why: [
      'Weights that are all small make a plain function: its lines run nearly straight through the roll. The penalty limits only the slope, so the critic may bend as the data do, and its lines go round with them.',
      'This is the figure with which the WGAN-GP paper argues against clipping. There G stood still; here it learns, and you see what it makes of either critic.',
    ],
    more: 'Train on to step 600: on the right the points gather on the roll, on the left they stay a cloud.',
    hint: 'Both critics were held alike. Run it again with the settings as they were.',
    picture:
      'Left: nearly straight lines across the roll and a cloud of points. Right: lines that bend around it, and points along it.',
  },
  bound: {
    title: 'Where to clip?',
    says: [
      'Perhaps ±0.01 was too tight. On the left it stays; on the right weights are cut off at ±1, a hundred times as far out.',
      'The lines are about as many on both, however steep they are. The curve “Gradient of D near real data” says how steep each critic is.',
    ],
    asks: 'How many times as steep will the right critic be after 60 steps?',
    options: {
      same: 'About as steep',
      hundred: 'About a hundred times',
      more: 'Thousands of times and more',
    },
    goal: 'Times as steep as the left one',
    why: [
      'The critic has four layers, one behind the other, and the bound acts in each of them, so their effects multiply. A little too tight, and G is told next to nothing; a little too wide, and D is a cliff.',
      'A penalty speaks of the slope itself: it is 1 or so whatever the layers are.',
    ],
    more: 'Leave the comparison and clip at ±0.1: how steep is it then? And with one layer more, in Networks?',
    hint: 'The bound made no difference, since nothing was clipped. Run it again with clipped weights.',
    picture:
      'Left: lines with a few kinks and a cloud of points. Right: crowded lines, and the points pressed into one corner.',
  },
  dragan: {
    title: 'Another place to hold it',
    says: [
      'DRAGAN’s penalty also asks for a slope of 1, but around the data alone: at real points with a little noise. It needs no generated ones.',
      'One critic now. Its slope at the data is what G can follow there.',
    ],
    asks: 'Choose what keeps the critic’s slope from vanishing.',
    options: {},
    goal: 'Slope of D at the data',
    why: [
      'Both penalties hold the slope, at other places: WGAN-GP’s on the way between data and generated points, DRAGAN’s around the data. Here the critic follows the roll with either.',
      'Clipping holds it too, far too low: G still moves, since Adam enlarges small gradients, but it hears little of where the roll is.',
    ],
    more: 'Choose WGAN-GP’s penalty in Settings, and compare the lines.',
    hint: 'The slope is nearly 0: the critic is flat. Choose the other one.',
    picture: 'A critic whose lines bend with the roll, and points along it.',
  },
} satisfies LessonTexts<typeof lesson>;
