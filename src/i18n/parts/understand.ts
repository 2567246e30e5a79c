import { formatsOf } from '../format.ts';

const { decimal } = formatsOf('en');

/** What both networks are after, what a single step did, and where to read on. */
export const understand = {
  label: 'Objective, last step and paper',
  d: 'D minimises',
  g: 'G minimises',
  never: 'nothing: it is not trained',
  clip: ({ bound }: { bound: number }) => `with weights within ±${decimal(bound)}`,
  letter: ({ letter, value }: { letter: string; value: number }) => `${letter} = ${decimal(value)}`,
  light: 'Draws its curve heavier among the losses, until it is pressed again',
  /** How a formula is read out, sign by sign. */
  spoken: {
    E: 'mean of',
    '[': '(',
    ']': ')',
    '−': 'minus',
    '+': 'plus',
    '½': 'one half of',
    '²': 'squared',
    '|': 'given',
    σ: 'sigmoid of',
    λ: 'lambda',
    γ: 'gamma',
    δ: 'delta',
    ε: 'epsilon',
    θ: 'theta',
    η: 'eta',
    _: '',
    '∼': 'drawn from',
    '←': 'becomes',
    '∇': 'gradient of',
    ₓ: '',
  },
  norm: ({ inside }: { inside: string }) => `norm of (${inside})`,
  step: { before: 'before', after: 'after', later: 'Pause, and take single steps: what each does is said here.' },
  paper: { title: 'The paper', link: ({ arxiv }: { arxiv: string }) => `arXiv:${arxiv}` },
};
