/** What the report says, section by section; nothing where there is nothing to say. */
import { formatLayers } from '../../core/layerText.ts';
import { describeNetwork } from '../../core/network.ts';
import { lossOfD, lossOfG, writtenSum } from '../../gan/terms.ts';
import { eventText } from '../../i18n/eventText.ts';
import type { Parts, Texts } from '../../i18n/texts.ts';
import { drawCurves } from '../chart/curves.ts';
import { svgOf } from '../chart/svg.ts';
import type { ExportSource } from '../exporter.ts';
import { make as makeStrip } from '../formats/strip.ts';
import { linkOf } from '../link.ts';
import { html, list, nothing, type Safe, table } from './markup.ts';
import { settingLines } from './settings.ts';

export interface Words {
  readonly page: Texts;
  readonly words: Parts['report'];
  readonly way: Parts['timeline'];
  readonly measures: Parts['quality']['measure'];
}

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
};

export async function pictures(source: ExportSource, { words }: Words): Promise<Safe> {
  if (source.log.frames.length === 0) return nothing;
  const strip = (await makeStrip(source)) as Uint8Array;
  const address = `data:image/png;base64,${base64(strip)}`;
  return html`<img alt="${words.pictures}" src="${address}"><p class="soft">${words.picturesHint}</p>`;
}

export async function curves(source: ExportSource, { words }: Words): Promise<Safe> {
  if (source.log.steps.length === 0) return nothing;
  return { safe: svgOf(await drawCurves(source), words.curves) };
}

export function objective({ plan }: ExportSource, { words }: Words): Safe {
  const sides = [
    { name: 'D', network: 'd', loss: lossOfD(plan) },
    { name: 'G', network: 'g', loss: lossOfG(plan) },
  ];
  return html`${sides.map(({ name, network, loss }) => {
    const notes = Object.entries(loss.letters).map(([letter, value]) => `${letter} = ${value}`);
    if (name === 'D' && plan.constraint) notes.push(words.clip({ bound: plan.constraint.bound }));
    return html`<p><b class="${network}">${name}:</b> ${writtenSum(loss) ?? words.never} <span class="soft">${notes.join(', ')}</span></p>`;
  })}`;
}

export function settings(source: ExportSource, { page, words, way }: Words): Safe {
  const lines = settingLines(source, page);
  const plain = lines.filter(({ differs, erratum }) => differs && !erratum);
  const departures = [
    ...plain.map(({ label, value, preset }) => words.departure({ label, value, was: words.was({ value: preset }) })),
    ...(['generator', 'discriminator'] as const).flatMap((part) =>
      source.config[part] ? [`${part === 'generator' ? 'G' : 'D'}: ${words.edited}`] : [],
    ),
  ];
  const errata = lines.filter(({ erratum }) => erratum).map(({ label }) => label);
  const changes = source.log.events.map((event) => eventText({ page, part: way }, event, String));
  return html`<p class="soft">${departures.length > 0 ? words.departs : words.departsNone}</p>${list(departures)}${
    errata.length > 0 ? html`<p class="soft">${words.errata}</p>${list(errata)}` : nothing
  }${changes.length > 0 ? html`<p class="soft">${words.changed}</p>${list(changes)}` : nothing}<details><summary>${
    words.all
  }</summary>${table(
    [],
    lines.map(({ label, value }) => [label, value]),
  )}</details>`;
}

export function scores({ log, best }: ExportSource, { words, measures }: Words): Safe {
  const last = log.scores.at(-1);
  const marks = best ? html`<p>${words.best(best)}</p>` : nothing;
  if (!last) return html`${marks}<p>${words.scoresNone}</p>`;
  const { measure, value, interval, floor } = words.column;
  const rows = last.scores.map((score) => [
    (measures as Readonly<Record<string, { readonly name: string }>>)[score.id]?.name ?? score.id,
    words.value(score.value),
    words.interval(score.interval),
    words.value(score.floor),
  ]);
  return html`${marks}<p class="soft">${words.scoresAt(last)}</p>${table([measure, value, interval, floor], rows)}`;
}

export const networks = ({ plan }: ExportSource, { words }: Words): Safe =>
  html`${(['generator', 'discriminator'] as const).map((part) => {
    const { parameters } = describeNetwork(plan[part]);
    const name = part === 'generator' ? 'G' : 'D';
    return html`<p><b class="${name.toLowerCase()}">${name}</b> <span class="soft">${words.parameters({
      count: parameters,
    })}</span><br><code>${formatLayers(plan[part].layers)}</code></p>`;
  })}`;

export function again({ recipe, data, config, step, address }: ExportSource, { words }: Words): Safe {
  const specs = recipe.paramsOn(data.kind);
  const set = Object.entries(config.params).filter(([name, value]) => value !== specs[name]?.default);
  const options = [
    `--recipe ${config.recipe} --data ${config.data} --seed ${config.seed} --steps ${step}`,
    ...set.map(([name, value]) => `--set ${name}=${value}`),
    ...(config.generator ? [`--g ${config.generator}`] : []),
    ...(config.discriminator ? [`--d ${config.discriminator}`] : []),
  ];
  const link = address ? html`<p><a href="${`${address}#${linkOf(config)}`}">${words.link}</a></p>` : nothing;
  return html`${link}<p class="soft">${words.command}</p><p><code>npm run train -- ${options.join(' ')}</code></p>`;
}
