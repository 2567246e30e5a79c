import { expect, it } from 'vitest';
import { frameOf } from './frame.ts';

it('a frame shows the parts of the link, and its text is HTML whatever is in it', () => {
  const frame = frameOf('https://here.example/#recipe=gan&seed=7', ['stage', 'curves'], 'A "GAN" & more');
  expect(frame).toContain('src="https://here.example/#recipe=gan&amp;seed=7&amp;embed=stage,curves"');
  expect(frame).toContain('title="A &quot;GAN&quot; &amp; more"');
  expect(frameOf('https://here.example/', ['stage'], 'GAN')).toContain('src="https://here.example/#embed=stage"');
});
