export { directions } from './directions.ts';
export { draw, valuesOf } from './draw.ts';
export { nearest } from './nearest.ts';
export { latentPoints } from './points.ts';
