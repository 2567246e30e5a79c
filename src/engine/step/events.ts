/** What happens in a step that is not the same in each: told to whoever writes the step down. */
import type { Laws } from '../../program/law.ts';
import type { Values } from '../../program/program.ts';
import { recording } from '../../program/recording.ts';

export type StepEvent =
  /** Real examples for an update of D. */
  | { readonly kind: 'batch' }
  | { readonly kind: 'latent' }
  | { readonly kind: 'classes' }
  /** The batch, each example moved by noise. */
  | { readonly kind: 'near' }
  /** A share in [0, 1) for each example. */
  | { readonly kind: 'shares' }
  | { readonly kind: 'mask'; readonly size: number; readonly rate: number }
  /** An update of a network's weights. */
  | { readonly kind: 'update'; readonly network: 'generator' | 'discriminator' }
  /** The average of a network follows it. */
  | { readonly kind: 'follow'; readonly network: 'generator' | 'discriminator' };

export type Drawn = Readonly<Record<string, Values>>;

/** Tells whoever writes the step down. @param laws how what is drawn comes about @returns the event's place there */
export const happens = (event: StepEvent, drawn: Drawn = {}, laws: Laws = {}): number =>
  recording.now?.event(event, drawn, laws) ?? 0;
