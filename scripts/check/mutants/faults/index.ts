import type { Fault } from '../fault.ts';
import { engineFaults } from './engine.ts';
import { exportFaults } from './exports.ts';
import { kernelFaults } from './kernels.ts';
import { lessonFaults } from './lessons.ts';
import { mathematicsFaults } from './mathematics.ts';
import { pageFaults } from './page.ts';

export const faults: readonly Fault[] = [
  ...engineFaults,
  ...pageFaults,
  ...mathematicsFaults,
  ...kernelFaults,
  ...exportFaults,
  ...lessonFaults,
];
