/** Every export that there is, by what its file says of it. What makes it is fetched where it is made: see `makers.ts`. */
import { type About, SUBJECTS } from './exporter.ts';

const files = import.meta.glob<About>(['./formats/*.ts', '!./formats/*.test.ts'], { import: 'about', eager: true });

/** By subject, and by name within each. */
export const abouts: readonly About[] = Object.values(files).toSorted(
  (a, b) => SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject) || a.id.localeCompare(b.id),
);

export const findAbout = (id: string): About | undefined => abouts.find((about) => about.id === id);
