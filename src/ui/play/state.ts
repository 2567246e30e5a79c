/** What a person has made while playing: it stays when they look at something else, and when the run begins anew. */
import { create } from 'zustand';
import type { Member } from '../state/member.ts';
import { type Density, nothing } from './density.ts';
import type { Drawing } from './drawing.ts';
import { type Game, type GameMove, moveGame } from './game.ts';
import { type Past, remembered, takenBack } from './past.ts';
import type { Points } from './points.ts';

interface PlayState {
  /** Of which run the game is; another run has games of its own. */
  readonly player: Member | null;
  readonly game: Game;
  /** Games that were begun with this run. */
  readonly games: number;
  readonly drawing: Drawing | null;
  /** What there was before each stroke, the last one at the end. */
  readonly past: Past<Drawing>;
  /** The class that the drawing is meant to be. */
  readonly label: number;
  /** What was placed in the plane: [n, 2], flat. */
  readonly points: Points;
  /** What there was before each of the changes. */
  readonly pastPoints: Past<Points>;
  /** A distribution that is painted. */
  readonly density: Density;
  readonly pastDensities: Past<Density>;
  /** Whether the slopes of D lie over the drawing. */
  readonly slopes: boolean;
}

export const usePlay = create<PlayState>(() => ({
  player: null,
  game: { kind: 'idle' },
  games: 0,
  drawing: null,
  past: [],
  label: 1,
  points: new Float32Array(),
  pastPoints: [],
  density: nothing(),
  pastDensities: [],
  slopes: true,
}));

export const play = (move: GameMove): void => usePlay.setState(({ game }) => ({ game: moveGame(game, move) }));

/** What is on the pad from now on; it can be taken back. */
export const draw = (from: Drawing, drawing: Drawing): void =>
  usePlay.setState(({ past }) => ({ drawing, past: remembered(past, from) }));

export const undo = (): void =>
  usePlay.setState(({ drawing, past }) => {
    const back = takenBack(past, drawing);
    return back ? { drawing: back.now, past: back.past } : {};
  });

/** What is in the plane from now on; it can be taken back. */
export const place = (points: Points): void =>
  usePlay.setState(({ points: before, pastPoints }) => ({ points, pastPoints: remembered(pastPoints, before) }));

/** The point that is held goes along: where it was taken is remembered already. */
export const drag = (points: Points): void => usePlay.setState({ points });

export const undoPoints = (): void =>
  usePlay.setState(({ points, pastPoints }) => {
    const back = takenBack(pastPoints, points);
    return back ? { points: back.now, pastPoints: back.past } : {};
  });

/** What is painted from now on; it can be taken back. */
export const painted = (change: (density: Density) => Density): void =>
  usePlay.setState(({ density, pastDensities }) => ({
    density: change(density),
    pastDensities: remembered(pastDensities, density),
  }));

/** The stroke goes on: what was there before it is remembered already. */
export const paintOn = (change: (density: Density) => Density): void =>
  usePlay.setState(({ density }) => ({ density: change(density) }));

export const undoDensity = (): void =>
  usePlay.setState(({ density, pastDensities }) => {
    const back = takenBack(pastDensities, density);
    return back ? { density: back.now, pastDensities: back.past } : {};
  });
