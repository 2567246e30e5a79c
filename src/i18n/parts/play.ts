import { formatsOf } from '../format.ts';

const { fixed, plural, short, whole } = formatsOf('en');

const percent = (share: number): string => `${whole(100 * share)} %`;

const points = (count: number): string => `${whole(count)} ${plural(count, { one: 'point', other: 'points' })}`;

/** A person in the place of D, or of G. */
export const play = {
  title: 'Play against the networks',
  as: { label: 'Who you are', D: 'Be D', G: 'Be G', data: 'Draw data' },
  waits: 'As soon as the run is open, you can take the place of one of its networks here.',
  again: 'Once more',
  d: {
    what: ({ rounds }: { rounds: number }) =>
      `${whole(rounds)} images, one at a time: some are real, some G has just drawn. Tell them apart, and see whether you or D does better.`,
    begin: 'Begin',
    dealing: 'G draws, and real images are fetched…',
    round: ({ round, rounds }: { round: number; rounds: number }) => `Image ${whole(round)} of ${whole(rounds)}`,
    asked: ({ label }: { label: string }) => `Class: ${label}`,
    image: ({ round }: { round: number }) => `Image ${whole(round)}, real or generated`,
    real: 'Real',
    generated: 'Generated',
    keys: 'Keys: R or ← for real, G or → for generated.',
    right: ({ right, rounds }: { right: number; rounds: number }) =>
      `You had ${whole(right)} of ${whole(rounds)} right.`,
    interval: ({ share, low, high }: { share: number; low: number; high: number }) =>
      `${percent(share)}; with so few images anything from ${percent(low)} to ${percent(high)} is likely.`,
    dHad: ({ right, rounds }: { right: number; rounds: number }) =>
      `D had ${whole(right)} of the same ${whole(rounds)} right.`,
    dAsYou: ({ share }: { share: number }) =>
      `With as many false alarms as you, D has ${percent(share)} right among 512 others.`,
    source: ({ step, heldOut }: { step: number; heldOut: boolean }) =>
      heldOut
        ? `G and D after step ${whole(step)}; real images are test images, on which nobody trained.`
        : `G and D after step ${whole(step)}; real images are training images: this run holds none back.`,
    curve: {
      title: 'D at every threshold, and you',
      falseAlarms: 'generated, called real',
      hits: 'real, called real',
      you: 'you',
      describe: ({
        area,
        hits,
        falseAlarms,
        yours,
      }: {
        area: number;
        hits: number;
        falseAlarms: number;
        yours: { hits: number; falseAlarms: number } | null;
      }) =>
        `ROC curve of D, area ${short(area)}. At its own threshold D calls ${percent(hits)} of real and ${percent(falseAlarms)} of generated images real${yours ? `; you ${percent(yours.hits)} and ${percent(yours.falseAlarms)}` : ''}.`,
    },
    wrong: 'What you had wrong',
    none: 'Nothing: you had them all.',
    was: ({ real }: { real: boolean }) => (real ? 'real' : 'generated'),
    wasImage: ({ round, real }: { round: number; real: boolean }) =>
      `Image ${whole(round)} was ${real ? 'real' : 'generated'}`,
  },
  g: {
    what: 'Draw something that D takes for real.',
    pad: 'Your drawing',
    padKeys:
      'Arrow keys move a cursor, with Shift four pixels at once. Space paints there. Enter puts the pen down or lifts it; while it is down, moving draws. Delete takes back.',
    describe: ({ ink, score }: { ink: number; score: string }) =>
      `Your drawing: ${percent(ink)} of it is painted. ${score}`,
    undo: 'Undo',
    undoKey: 'Undo (Ctrl+Z)',
    clear: 'Clear',
    erase: 'Eraser',
    mnist: 'Centre as in MNIST',
    mnistHint:
      'Scales the longer side to 20 of 28 pixels and moves the centre of mass to the middle, as MNIST’s makers did',
    colour: 'Colour',
    asked: 'Drawn as class',
    slopes: 'What would convince D',
    brighter: 'brighter is more real',
    darker: 'darker is more real',
    step: 'One step towards “real”',
    stepHint: 'Moves every pixel along the slope of D’s output, as G’s own lesson would',
    stuck: 'No step along the slope convinces D any more: go another way.',
    score: 'D’s word',
    probability: ({ score }: { score: number }) => `${percent(score)} real`,
    raw: ({ score }: { score: number }) => `${short(score)}, raw`,
    scoreSaid: ({ score }: { score: string }) => `D says: ${score}.`,
    coming: 'D looks…',
    reads: 'What the classifier reads',
    readsAs: ({ label, share }: { label: string; share: number }) => `${label}: ${percent(share)}`,
    noReader: 'There is no classifier for these images; “Quality” can train one.',
  },
  p: {
    what: 'Place points where D takes them for real: press to add one, drag it, press twice to take it away.',
    pad: 'Your points in the plane',
    padKeys:
      'Arrow keys move a cursor, with Shift farther. Space places a point there, or takes the one that is there along; Space again lets it go. Delete takes it away.',
    count: ({ count, most }: { count: number; most: number }) => `${whole(count)} of ${whole(most)} points`,
    mean: 'D’s word, on average',
    step: 'One step along the arrows',
    stepHint: 'Moves every point along the slope of D’s output, as G’s own lesson would',
    clear: 'Take all away',
    point: ({ x, y }: { x: number; y: number }) => `(${fixed(x, 2)}, ${fixed(y, 2)})`,
  },
  /** A distribution that is painted. */
  data: {
    what: 'Paint where data lie in the plane: the longer the brush stays, the denser. Then see whether G finds it.',
    pad: 'Your distribution',
    padKeys:
      'Arrow keys move a cursor, with Shift farther. Space paints there. Enter puts the brush down or lifts it; while it is down, moving paints. Delete takes back.',
    describe: ({ count }: { count: number }) => `Your distribution: ${points(count)}`,
    count: ({ count }: { count: number }) => points(count),
    full: ({ count }: { count: number }) => `${points(count)}: no more are taken.`,
    brush: 'Brush',
    name: 'Name',
    untitled: 'My points',
    train: 'Train on it',
    save: 'Save the points',
    saveHint: 'As points.npy, for Python',
  },
};
