/** The run on one page: what was set, what came of it, and how to do it again. One file that needs no other. */
import { dataText } from '../../i18n/names.ts';
import type { About, Make } from '../exporter.ts';
import { html, type Safe, section } from '../report/markup.ts';
import * as sections from '../report/sections.ts';
import { STYLE } from '../report/style.ts';

export const about: About = {
  id: 'report',
  subject: 'run',
  suffix: '-report.html',
  type: 'text/html',
  suits: () => true,
};

export const make: Make = async (source) => {
  const { language, languageId, recipe, data, step, config } = source;
  const [page, words, way, quality] = await Promise.all([
    language.texts(),
    language.parts.report(),
    language.parts.timeline(),
    language.parts.quality(),
  ]);
  const said: sections.Words = { page, words, way, measures: quality.measure };
  const title = words.title({ recipe: recipe.name, data: dataText(page, data) });
  const link = `https://arxiv.org/abs/${recipe.paper.arxiv}`;
  const head = html`<h1>${title}</h1><p class="soft">${words.after({ step, seed: config.seed })}</p>
<p class="soft">${words.paper(recipe.paper)}, <a href="${link}">arXiv ${recipe.paper.arxiv}</a></p>`;
  const body = [
    section(words.pictures, await sections.pictures(source, said)),
    section(words.curves, await sections.curves(source, said)),
    section(words.objective, sections.objective(source, said)),
    section(words.settings, sections.settings(source, said)),
    section(words.scores, sections.scores(source, said)),
    section(words.networks, sections.networks(source, said)),
    section(words.again, sections.again(source, said)),
  ];
  const style: Safe = { safe: `<style>${STYLE}</style>` };
  const whole = html`<html lang="${languageId}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${style}</head><body>${head}${body}<p class="soft">${words.made}</p></body></html>`;
  return `<!doctype html>\n${whole.safe}\n`;
};
