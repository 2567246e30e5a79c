/** What a person has made while playing: it stays when they look at something else, and when the run begins anew. */
import { create } from 'zustand';
import type { Member } from '../state/member.ts';
import type { Drawing } from './drawing.ts';
import { type Game, type GameMove, moveGame } from './game.ts';

export type PlayAs = 'D' | 'G';

interface PlayState {
  readonly as: PlayAs;
  /** Of which run the game is; another run has games of its own. */
  readonly player: Member | null;
  readonly game: Game;
  /** Games that were begun with this run. */
  readonly games: number;
  readonly drawing: Drawing | null;
  /** What there was before each stroke, the last one at the end. */
  readonly past: readonly Drawing[];
  /** The class that the drawing is meant to be. */
  readonly label: number;
  /** What was placed in the plane: [n, 2], flat. */
  readonly points: Float32Array<ArrayBuffer>;
  /** Whether the slopes of D lie over the drawing. */
  readonly slopes: boolean;
}

/** So many strokes can be taken back. */
const REMEMBERED = 40;

export const usePlay = create<PlayState>(() => ({
  as: 'D',
  player: null,
  game: { kind: 'idle' },
  games: 0,
  drawing: null,
  past: [],
  label: 1,
  points: new Float32Array(),
  slopes: true,
}));

export const play = (move: GameMove): void => usePlay.setState(({ game }) => ({ game: moveGame(game, move) }));

/** What is on the pad from now on; it can be taken back. */
export const draw = (from: Drawing, drawing: Drawing): void =>
  usePlay.setState(({ past }) => ({ drawing, past: [...past, from].slice(-REMEMBERED) }));

export const undo = (): void =>
  usePlay.setState(({ past }) => {
    const drawing = past.at(-1);
    return drawing ? { drawing, past: past.slice(0, -1) } : {};
  });
