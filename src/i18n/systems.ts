/** What is particular about each system, in a line, by the id of its recipe; a test names those that are missing. */
export const systemLines: Readonly<Record<string, string>> = {
  gan: 'The game itself: a forger and a judge',
  dcgan: 'Convolutions, and rules that let them train',
  cgan: 'Asked for a class, in fully connected networks',
  'cgan-paper': 'The class as input, as first published',
  'cgan-conv': 'Asked for a class, with convolutions: quick to watch',
  lsgan: 'Squared distance to a target in place of a logarithm',
  wgan: 'A critic that measures a distance; its weights are clipped',
  'wgan-gp': 'The critic’s slope is held at 1, between real and generated',
  dragan: 'D’s slope is held near the real data',
  sgan: 'D also learns to read, from a few labelled digits',
};
