import { expect, it } from 'vitest';
import { lessons } from '../../lessons/index.ts';
import { readView } from '../state/viewLink.ts';
import { lessonLink } from './lessonLink.ts';

it('a lesson’s link is the page’s address, wherever it lies, and the lesson', () => {
  expect(lessonLink('https://here.example/deep/path/?x=1#recipe=gan&lesson=game', 'one-step')).toBe(
    'https://here.example/deep/path/?x=1#lesson=one-step',
  );
  for (const { id } of lessons) {
    const { hash } = new URL(lessonLink('https://here.example/', id));
    expect(readView(new URLSearchParams(hash.slice(1))).view.lesson).toBe(id);
  }
});
