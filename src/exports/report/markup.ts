/** The report's page, piece by piece. Whatever is put in as text is escaped here. */
import { escaped } from '../escaped.ts';

/** Template: what is filled in is escaped, unless it is markup itself or a list of it. */
export function html(
  pieces: TemplateStringsArray,
  ...values: readonly (string | number | Safe | readonly Safe[])[]
): Safe {
  const filled = values.map((value) => {
    if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
    return 'safe' in value ? value.safe : value.map(({ safe }) => safe).join('');
  });
  return { safe: pieces.reduce((whole, piece, i) => whole + piece + (filled[i] ?? ''), '') };
}

export interface Safe {
  readonly safe: string;
}

export const nothing: Safe = { safe: '' };

/** A section with a heading; nothing where it is empty. */
export const section = (title: string, body: Safe): Safe =>
  body.safe === '' ? nothing : html`<section><h2>${title}</h2>${body}</section>`;

export const list = (items: readonly string[]): Safe =>
  items.length === 0 ? nothing : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Safe =>
  html`<table><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${rows.map(
    ([first = '', ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table>`;
