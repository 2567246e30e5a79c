/** What every language has to say: the shapes of the English texts, without their words. */

/** The same names, with any text in place of the English one; what varies is told the same things. */
export type Widened<T> = T extends string
  ? string
  : T extends (...told: infer Told) => string
    ? (...told: Told) => string
    : { readonly [Name in keyof T]: Widened<T[Name]> };

/** The texts that the page begins with. */
export type Texts = Widened<typeof import('./en.ts').en>;

/** Their halls: a language says them one by one. */
export interface Halls {
  readonly frame: Widened<typeof import('./halls/frame.ts').frame>;
  readonly bar: Widened<typeof import('./halls/bar.ts').bar>;
  readonly strip: Widened<typeof import('./halls/strip.ts').strip>;
  readonly rail: Widened<typeof import('./halls/rail.ts').rail>;
  readonly stage: Widened<typeof import('./halls/stage.ts').stage>;
  readonly dock: Widened<typeof import('./halls/dock.ts').dock>;
}

/** Texts of the parts of the page that are fetched when somebody uses them, by the names of those parts. */
export interface Parts {
  readonly archive: Widened<typeof import('./parts/archive.ts').archive>;
  readonly bring: Widened<typeof import('./parts/bring.ts').bring>;
  readonly diagnosis: Widened<typeof import('./parts/diagnosis.ts').diagnosis>;
  readonly exports: Widened<typeof import('./parts/exports.ts').exports>;
  readonly help: Widened<typeof import('./parts/help.ts').help>;
  readonly inside: Widened<typeof import('./parts/inside.ts').inside>;
  readonly latent: Widened<typeof import('./parts/latent.ts').latent>;
  readonly lessons: Widened<typeof import('./parts/lessons.ts').lessons>;
  readonly networks: Widened<typeof import('./parts/networks.ts').networks>;
  readonly play: Widened<typeof import('./parts/play.ts').play>;
  readonly quality: Widened<typeof import('./parts/quality.ts').quality>;
  readonly report: Widened<typeof import('./parts/report.ts').report>;
  readonly runs: Widened<typeof import('./parts/runs.ts').runs>;
  readonly share: Widened<typeof import('./parts/share.ts').share>;
  readonly slow: Widened<typeof import('./parts/slow.ts').slow>;
  readonly timeline: Widened<typeof import('./parts/timeline.ts').timeline>;
  readonly understand: Widened<typeof import('./parts/understand.ts').understand>;
}

export type PartName = keyof Parts;

/** How a language's texts are fetched: what the page begins with, and each part alone. */
export interface Language {
  /** What its own speakers call it. */
  readonly name: string;
  readonly texts: () => Promise<Texts>;
  readonly parts: { readonly [Name in PartName]: () => Promise<Parts[Name]> };
}
