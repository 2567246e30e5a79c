/** Addresses that a person typed. */
import { EngineError } from '../../core/errors.ts';
import { showName } from '../decoders/badFile.ts';

/** Browsers trust this computer without https. */
const THIS_COMPUTER = /^(localhost|127\.0\.0\.1|\[::1\])$/;

const refused = (text: string, what: string): EngineError =>
  new EngineError('data-missing', `“${showName(text)}” ${what}.`, { recoverable: true });

/**
 * Reads one address.
 *
 * @param ownOrigin of the page
 * @throws EngineError `data-missing` where a page may not read it.
 */
export function readAddress(text: string, ownOrigin: string): URL {
  if (!URL.canParse(text)) throw refused(text, 'is not an address; give one that begins with https://');
  const url = new URL(text);
  const isAllowed =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && (url.origin === ownOrigin || THIS_COMPUTER.test(url.hostname)));
  if (!isAllowed) {
    throw refused(
      text,
      'is not an https address, and pages may read no other; download the file by hand and drop it here',
    );
  }
  if (url.username || url.password) throw refused(url.host, 'is given with a password; leave it out of the address');
  // Only the page itself would care.
  url.hash = '';
  return url;
}
