/** What is measured on a device for the sake of speed alone, before anything trains on it. */
import { within } from '../../simd/within.ts';

/** Nothing is waited for any longer, in milliseconds: neither a compiler nor a device that does not answer. */
const PATIENCE_MS = 600;

/** Null where it does not come soon, or fails: what fails here fails again, and is told, where it matters. */
export async function soon<Found>(measured: Promise<Found>): Promise<Found | null> {
  const found = await within(measured, PATIENCE_MS).catch(() => null);
  return found === 'late' ? null : (found as Found | null);
}
