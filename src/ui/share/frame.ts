/** What another page has to have in it to show parts of this one in a frame. */
import type { EmbedPart } from '../layout.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The frame's size in pixels: a picture alone is about square. */
const sizeOf = (parts: readonly EmbedPart[]): readonly [number, number] => (parts.length > 1 ? [840, 480] : [480, 520]);

/** @param link of which the parts are shown */
export function frameOf(link: string, parts: readonly EmbedPart[], title: string): string {
  const address = `${link}${link.includes('#') ? '&' : '#'}embed=${parts.join(',')}`;
  const [width, height] = sizeOf(parts);
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`;
}
