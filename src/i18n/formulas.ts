import { formatsOf } from './format.ts';

const { decimal } = formatsOf('en');

/** Outputs of D, as formulas write them. */
export interface Outputs {
  readonly real: string;
  readonly fake: string;
}

/** Squared distances from the targets of least squares, and ½ where it stands in front. */
export interface Squares {
  readonly realSquare: string;
  readonly fakeSquare: string;
  readonly wantedSquare: string;
  readonly half: string;
}

/** A factor in front of a term, empty for 1. */
export interface Weighted {
  readonly weight: string;
}

/** What D and G minimise, by objective, penalty and what labels add. */
export const formulas = {
  d: 'D minimises',
  g: 'G minimises',
  paper: ({ arxiv }: { arxiv: string }) => `arXiv:${arxiv}`,
  clip: ({ bound }: { bound: number }) => `with weights within ±${decimal(bound)}`,
  crossEntropy: {
    d: ({ real, fake }: Outputs) => `−E[log σ(${real})] − E[log(1 − σ(${fake}))]`,
    smooth: ({ real, fake }: Outputs) => `−E[(1 − s) log σ(${real}) + s log(1 − σ(${real}))] − E[log(1 − σ(${fake}))]`,
    g: ({ fake }: Outputs) => `−E[log σ(${fake})]`,
  },
  minimax: {
    d: ({ real, fake }: Outputs) => `−E[log σ(${real})] − E[log(1 − σ(${fake}))]`,
    smooth: ({ real, fake }: Outputs) => `−E[(1 − s) log σ(${real}) + s log(1 − σ(${real}))] − E[log(1 − σ(${fake}))]`,
    g: ({ fake }: Outputs) => `E[log(1 − σ(${fake}))]`,
  },
  leastSquares: {
    d: ({ realSquare, fakeSquare }: Squares) => `½ E[${realSquare}] + ½ E[${fakeSquare}]`,
    g: ({ half, wantedSquare }: Squares) => `${half}E[${wantedSquare}]`,
  },
  hinge: {
    d: ({ real, fake }: Outputs) => `E[max(0, 1 − ${real})] + E[max(0, 1 + ${fake})]`,
    g: ({ fake }: Outputs) => `−E[${fake}]`,
  },
  wasserstein: {
    d: ({ fake, real }: Outputs) => `E[${fake}] − E[${real}]`,
    g: ({ fake }: Outputs) => `−E[${fake}]`,
  },
  dragan: 'λ E[(‖∇ₓD(x + δ)‖ − k)²]',
  wganGp: 'λ E[(‖∇ₓD(εx + (1 − ε)G(z))‖ − k)²]',
  r1: '½ γ E[‖∇ₓD(x)‖²]',
  supervised: {
    classes: ({ weight }: Weighted) => `${weight}E[log p(y | x)]`,
    matched: ({ weight }: Weighted) => `${weight}‖E f(x) − E f(G(z))‖²`,
    never: 'nothing: it is not trained',
  },
};
