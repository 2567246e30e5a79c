/** What can be saved of a run. */
export const exports = {
  about: 'Of the run on the screen, as of its present step. The training goes on meanwhile.',
  aboutSeveral: 'Of each run on the screen, as of its present step, in one archive. The training goes on meanwhile.',
  subject: {
    picture: 'Pictures',
    log: 'What was measured',
    model: 'The networks',
    run: 'The whole run',
  },
  kind: {
    png: { label: 'PNG', hint: 'The picture on the stage, at its own size' },
    'png-large': { label: 'PNG, four times', hint: 'The same for slides and print' },
    strip: { label: 'PNG strip', hint: 'Eight moments of the run, side by side' },
    gif: { label: 'GIF', hint: 'The run’s pictures as an animation' },
    mp4: { label: 'MP4', hint: 'The same as a film' },
    csv: { label: 'CSV', hint: 'A line for each step' },
  },
  choose: 'Choose what to save.',
  making: ({ label }: { label: string }) => `${label} is being made …`,
  saved: ({ name }: { name: string }) => `${name} was saved.`,
  cancel: 'Cancel',
};
