import type { Link } from '../pages/playground.ts';
import type { Look, Screen, Visitor } from './visitor.ts';

/** Something that is worth a look: what is open, and what is done there before it is. */
export interface Scene {
  readonly name: string;
  /** What of the three columns is open; null where there are none, as in a comparison. */
  readonly look: Look | null;
  /** Ends when there is all that is to be seen. */
  act?(visitor: Visitor): Promise<void>;
  /** It lies over the page: the Escape key closes it afterwards. */
  readonly over?: true;
  /** All by default. */
  readonly screens?: readonly Screen[];
}

/** Scenes of one visit, in their order; each is the same whichever of them came before. */
export interface Journey {
  readonly name: string;
  readonly link: Link;
  /** Step at which its runs are paused; null for that of the trained model. */
  readonly step: number | null;
  readonly screens: readonly Screen[];
  readonly scenes: readonly Scene[];
}

/** Where a person has the whole page in front of them. */
export const WHOLE: readonly Screen[] = ['desktop', 'laptop', 'tablet', 'phone'];

/** Arranges what a scene shows. */
export async function enter(visitor: Visitor, { look, act }: Scene): Promise<void> {
  if (look) await visitor.look(look);
  await act?.(visitor);
}

export async function leave({ page }: Visitor, { over }: Scene): Promise<void> {
  if (over) await page.keyboard.press('Escape');
}

export const isOn = (screen: Screen, { screens }: Pick<Scene, 'screens'>): boolean =>
  screens === undefined || screens.includes(screen);
