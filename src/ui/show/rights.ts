/** What a link lets its readers do with the page's controls. */
import { createContext, useContext } from 'react';
import { type Lockable, useLayout } from '../layout.ts';

/** `locked`: it is there, says so, and does nothing. `hidden`: what it says stays, as text. */
export type Right = 'free' | 'locked' | 'hidden';

export const useRight = (name: Lockable): Right =>
  useLayout(({ hidden, locked }) => (hidden.includes(name) ? 'hidden' : locked.includes(name) ? 'locked' : 'free'));

/** Whether the controls in a part of the settings do nothing. */
export const LockContext = createContext(false);

export const useLocked = (): boolean => useContext(LockContext);
