import { DEFAULT_VIEW, formatView } from '../state/viewLink.ts';

/** The address that begins a lesson, whatever is on the page now. */
export const lessonLink = (address: string, lesson: string): string =>
  `${address.replace(/#.*$/, '')}#${formatView({ ...DEFAULT_VIEW, lesson })}`;
