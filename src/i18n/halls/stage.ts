/** The stage: pictures, the plane, several systems side by side, and what a step did. */
import { formatsOf } from '../format.ts';

const { short, whole } = formatsOf('en');

/** How D's scores of the shown examples moved; `points`: they are points in the plane. */
export interface ShownTold {
  readonly count: number;
  readonly rose: number;
  readonly fell: number;
  readonly before: number;
  readonly after: number;
  readonly points: boolean;
}

export const stage = {
  stage: {
    label: 'What is looked at',
    tab: { samples: 'Samples', latent: 'Latent', one: 'One sample', play: 'Play' },
    choose: 'Samples to choose from',
    chooseHint: 'A sample that is pressed is kept under “Latent” and seen large under “One sample”',
    cell: ({ row, column, label }: { row: number; column: number; label: string | null }) =>
      label === null
        ? `Row ${whole(row)}, column ${whole(column)}`
        : `Row ${whole(row)}, column ${whole(column)}, class ${label}`,
  },
  grid: {
    generated: 'What G draws',
    real: 'Real examples',
    classes: 'Class',
    all: 'All',
    empty: 'The first digits appear when the networks are built.',
    atStep: ({ step }: { step: number }) => `step ${whole(step)}`,
    behind: ({ steps }: { steps: number }) => `${whole(steps)} steps behind`,
    past: ({ newest }: { newest: number }) => `of ${whole(newest)}`,
    toNewest: 'What is chosen shows the newest picture',
    describeAll: ({ step, rows, columns }: { step: number; rows: number; columns: number }) =>
      `Generated digits after step ${whole(step)}, ${whole(rows)} rows by ${whole(columns)} columns.`,
    describeByClass: ({ step, rows, columns }: { step: number; rows: number; columns: number }) =>
      `Generated digits after step ${whole(step)}, ${whole(rows)} rows by ${whole(columns)} columns, one class in each column.`,
    describeClass: ({ label, step, rows, columns }: { label: string; step: number; rows: number; columns: number }) =>
      `Generated digits of class ${label} after step ${whole(step)}, ${whole(rows)} rows by ${whole(columns)} columns.`,
    describeReal: ({ count }: { count: number }) => `A row of ${whole(count)} real digits to compare with.`,
    labelled: 'Labelled digits',
    labelledCount: ({ shown, count }: { shown: number; count: number }) => `${whole(shown)} of ${whole(count)}`,
    describeLabelled: ({ shown, count }: { shown: number; count: number }) =>
      `${whole(shown)} of the ${whole(count)} digits whose class D is told.`,
  },
  effect: {
    label: 'What the last step did',
    said: ({ part, changes }: { part: string; changes: string }) => `${part}: ${changes}.`,
    none: 'Step, Step D and Step G say here what they do.',
    part: { both: 'Step', D: 'Step D', G: 'Step G' },
    value: { lossD: 'loss D', lossG: 'loss G', scoreReal: 'D(x)', scoreFake: 'D(G(z))' },
    shown: ({ rose, fell, count, before, after, points }: ShownTold) => {
      const things = points ? 'points' : 'samples';
      const move = `mean ${short(before)} → ${short(after)}`;
      if (rose + fell === 0) return `D finds none of the ${whole(count)} shown ${things} more real, or less.`;
      const [moved, how] = fell > rose ? [fell, 'less'] : [rose, 'more'];
      return `${whole(moved)} of ${whole(count)} shown ${things} look ${how} real to D: ${move}`;
    },
    largest: ({ move }: { move: number }) => `The largest move of one is ${short(move)}`,
  },
  plane: {
    title: 'What D makes of the plane',
    low: 'D: generated',
    high: 'real',
    real: 'Real points',
    generated: 'Generated points',
    arrows: 'Gradient of D',
    arrowsHint: 'Arrows point where D rises, and are longest where it is steepest',
    describe: ({ step, count }: { step: number; count: number }) =>
      `Level sets of D over the plane after step ${whole(step)}, with ${whole(count)} real points and as many generated ones. Along the bold line D cannot tell.`,
  },
  compare: {
    open: 'Compare',
    openHint: 'Train several systems side by side, on the same data from the same seed',
    leave: 'Leave the comparison',
    place: ({ place }: { place: number }) => `Run ${whole(place)}`,
    several: ({ count }: { count: number }) => `${whole(count)} systems`,
    sideBySide: 'side by side',
    systems: 'Systems',
    ready: ({ recipe, data }: { recipe: string; data: string }) =>
      `${recipe} are ready to train on ${data}, in lock step.`,
    training: ({ recipe, data }: { recipe: string; data: string }) => `Training ${recipe} on ${data}, in lock step.`,
  },
};
