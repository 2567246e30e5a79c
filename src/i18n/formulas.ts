import { formatsOf } from './format.ts';

const { decimal } = formatsOf('en');

/** A factor in front of a term, empty for 1. */
export interface Weighted {
  readonly weight: string;
}

/** What stands around the formulas of objectives and penalties, and what labels add to them. */
export const formulas = {
  d: 'D minimises',
  g: 'G minimises',
  paper: ({ arxiv }: { arxiv: string }) => `arXiv:${arxiv}`,
  clip: ({ bound }: { bound: number }) => `with weights within ±${decimal(bound)}`,
  supervised: {
    classes: ({ weight }: Weighted) => `${weight}E[log p(y | x)]`,
    matched: ({ weight }: Weighted) => `${weight}‖E f(x) − E f(G(z))‖²`,
    never: 'nothing: it is not trained',
  },
};
