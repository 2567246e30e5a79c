export { OneSample } from './OneSample.tsx';
