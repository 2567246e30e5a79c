/**
 * Compares what we compute with PyTorch: one training step of every recipe, in every position of its switches, and every
 * optimiser, with an independent reference at double precision; or, with `--projects`, runs exported as PyTorch projects.
 */
import { readArguments, UsageError } from '../options.ts';

const { values } = readArguments({
  command: 'npm run parity',
  about: 'Compares our training steps with PyTorch’s, or, where it is missing, with what was recorded from it.',
  options: {
    backend: { takes: 'ID', says: 'simd by default, or cpu' },
    record: { says: 'records PyTorch’s numbers anew, for machines without it' },
    all: { says: 'also lists the cases that agree' },
    projects: { says: 'compares exported PyTorch projects instead: samples, one further step, two processes' },
    only: { takes: 'TEXT', says: 'of the projects, those with this in their names' },
  },
});
const { backend = 'simd', record = false, all = false, projects = false, only } = values;
if (backend !== 'simd' && backend !== 'cpu') throw new UsageError(`--backend must be simd or cpu, not “${backend}”.`);

const agree = projects
  ? await (await import('./projects/run.ts')).compareProjects({ all, ...(only && { only }) })
  : await (await import('./steps.ts')).compareSteps({ backend, record, all });
if (!agree) process.exitCode = 1;
