export { LatentView } from './LatentView.tsx';
export { OneSample } from './OneSample.tsx';
