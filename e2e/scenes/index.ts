/** Every main state of the page, as journeys from scene to scene: for pictures of them, and for tests that look at them. */
import { runs } from './runs.ts';
import type { Journey } from './scene.ts';
import { trained } from './trained.ts';

export const JOURNEYS: readonly Journey[] = [trained, ...runs];
export { enter, isOn, leave } from './scene.ts';
export { stillPicture } from './still.ts';
export { createVisitor, openLink, SCREENS, type Screen } from './visitor.ts';
