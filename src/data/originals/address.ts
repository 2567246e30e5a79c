/** Addresses that a person typed. */
import { EngineError } from '../../core/errors.ts';
import type { BringProblem } from '../../core/problems/files.ts';
import { showName } from '../decoders/badFile.ts';

/** Browsers trust this computer without https. */
const THIS_COMPUTER = /^(localhost|127\.0\.0\.1|\[::1\])$/;

const refused = (problem: BringProblem): EngineError => new EngineError('data-missing', problem, { recoverable: true });

/**
 * Reads one address.
 *
 * @param ownOrigin of the page
 * @throws EngineError `data-missing` where a page may not read it.
 */
export function readAddress(text: string, ownOrigin: string): URL {
  if (!URL.canParse(text)) throw refused({ code: 'address.none', text: showName(text) });
  const url = new URL(text);
  const isAllowed =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && (url.origin === ownOrigin || THIS_COMPUTER.test(url.hostname)));
  if (!isAllowed) {
    throw refused({ code: 'address.noHttps', text: showName(text) });
  }
  if (url.username || url.password) throw refused({ code: 'address.password', host: showName(url.host) });
  // Only the page itself would care.
  url.hash = '';
  return url;
}
