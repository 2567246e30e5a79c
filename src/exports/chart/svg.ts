import { escaped } from '../escaped.ts';
import { type Drawing, FONT, type Mark } from './drawing.ts';

/** Those that have a value. */
const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(String(value))}"`]))
    .join('');

function element(mark: Mark): string {
  switch (mark.kind) {
    case 'path': {
      const { d, stroke, fill = 'none', width, opacity, dash } = mark;
      const how = { fill, stroke, 'stroke-width': width, 'stroke-dasharray': dash, opacity };
      return `<path${attributes({ d, ...how, 'stroke-linejoin': stroke && 'round' })}/>`;
    }
    case 'text': {
      const { x, y, text, size, anchor, colour, bold } = mark;
      const how = { 'font-size': size, 'text-anchor': anchor, fill: colour, 'font-weight': bold && 600 };
      return `<text${attributes({ x, y, ...how })}>${escaped(text)}</text>`;
    }
    default:
      return mark satisfies never;
  }
}

/** A drawing as an SVG image of its own, on white. @param title said to those who do not see it */
export function svgOf({ width, height, marks }: Drawing, title: string): string {
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': FONT,
    role: 'img',
  });
  return `<svg${root}><title>${escaped(title)}</title><rect width="100%" height="100%" fill="#fff"/>${marks.map(element).join('')}</svg>\n`;
}
