/** What is made from the sources and kept out of version control: made anew when it is missing or out of date. */
import { packData } from './data.ts';
import { makeKernels } from './kernels.ts';

/**
 * The default export, because Vitest asks for one.
 *
 * @throws Error that says what could not be made
 */
export default async function prepare(): Promise<void> {
  await makeKernels();
  packData();
}
