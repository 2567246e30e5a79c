import { formatsOf } from '../format.ts';

const { decimal, whole } = formatsOf('en');

/** What each parameter does: fetched behind the page, because a label says enough to begin with. */
export const help = {
  width:
    'Multiplies the number of units and filters in every hidden layer of both networks. Below 1 trains faster and draws more coarsely.',
  batch:
    'How many real and how many generated digits each update looks at. Large batches give steadier gradients and slower steps.',
  weights:
    'Which of the generator’s weights draw the grid. They jitter from step to step; their moving average draws steadier digits. Training itself never uses the average.',
  averageDecay:
    'What the moving average keeps of itself at each step: 0.99 looks back over about 100 steps. Near the start it looks back over fewer.',
  labels: 'How many digits D is told the class of: equally many of each, chosen by the seed.',
  baseline: 'D learns from the labelled digits only, and G is never trained. The curve stays to compare with.',
  labelledBatch: 'How many labelled digits each update of D sees besides.',
  labelledShift:
    'Labelled digits are moved by up to so many pixels, anew each time: a digit is the same wherever it stands. Not in the paper; 0 is the paper’s way.',
  classWeight: 'In front of the cross-entropy of the classes.',
  adversarial: 'G’s loss has the term −log p(real). Off, feature matching alone trains G.',
  matching:
    'Weight of the term that draws the mean features of G’s digits, in the last layer but one of D, to those of real digits.',
  classifierDecay: 'A moving average of D is examined: 0.99 looks back over about 100 updates, 0 is D itself.',
  examineEvery: 'How often the classifier is examined, besides the end of each epoch.',
  lrG: 'How far the generator’s weights move in one update. Too large and the digits dissolve, too small and nothing happens.',
  lrD: 'How far the discriminator’s weights move in one update. A discriminator that learns much faster than G leaves G little to follow.',
  beta1:
    'How slowly Adam’s average of past gradients fades. GANs use 0.5 or none: the opponent moves, so old gradients mislead.',
  beta2: 'How slowly Adam’s average of squared gradients fades; it sets each weight’s own step size.',
  objective: 'What D and G minimise. The formulas are on the tab “Understand”.',
  smoothing:
    'D’s target on real digits is 1 − s instead of 1, so that it never grows too sure of itself. One-sided: the target on generated ones stays 0.',
  coding:
    'What D is drawn to on generated (a) and real (b) digits, and what G draws D to (c). With −1, 1, 0 the loss is the Pearson χ² divergence.',
  penalty: 'What keeps D from growing steep: a term of its loss that acts on its gradient, or a limit on its weights.',
  gamma: 'How strongly D is flattened at the real digits: the loss has ½ γ E‖∇ₓD(x)‖².',
  clip: 'The largest weight that D may have. Small values make it slow and simple, large ones hold nothing.',
  kD: 'How often D is updated in one step, each time on new real and generated digits.',
  kG: 'How often G is updated in one step.',
  optimizerG: 'How gradients become steps of the generator’s weights.',
  optimizerD: 'How gradients become steps of the discriminator’s weights.',
  rho: 'How slowly RMSProp’s average of squared gradients fades; it sets each weight’s own step size.',
  momentum:
    'Share of the last step that gradient descent repeats. Too much of it and the two networks circle each other.',
  statistics: ({ momentum, epsilon, steps }: { momentum: number; epsilon: number; steps: number }) =>
    `Batch normalisation brings each channel in G to mean 0 and variance 1. While training it uses mean and variance of the batch. Running estimates follow them and keep ${decimal(momentum)} of themselves at each update; with these each image is drawn by itself. ε, added to each variance, is ${decimal(epsilon)}. Switch between the two: in the first ${whole(steps)} steps or so the running estimates lag behind, and contrast and brightness jump. Later they should look alike, unless G still changes fast.`,
  resize: 'How 28×28 digits become 32×32: interpolated between pixels, or with a margin around them.',
  splitByPosition:
    'The real images beside the samples are of the half of the test set that is held out. Off, that half is drawn by lot; on, it is the second half of the file, which in MNIST is of other writers and harder to read. Training sees neither.',
  stretch:
    'Every generated image is stretched to its own darkest and brightest value before it is shown. Pale images look better than they are.',
  lambda: 'How strongly D’s gradient norm is pulled towards k. At 0 nothing holds it; watch the gradient trace climb.',
  noise: 'How real digits are perturbed before the gradient of D is measured there.',
  noiseScale:
    'Size of δ, in units of the standard deviation of the pixels in the batch. It says how far around the data D shall be smooth.',
  k: 'The gradient norm that the penalty aims at, drawn as a dashed line.',
  size: 'The popular code enlarges the 28×28 digits to 32×32. It costs time and adds no detail.',
  dNorm: 'What keeps the activations inside the discriminator in range.',
  bnEpsilon:
    'The number was meant as the momentum but is passed in the place of ε. Added to each variance, it flattens whatever varies little.',
  sampleTraining:
    'The grid is normalised by its own statistics, so one digit’s looks depend on the others drawn with it, and each drawing shifts the running averages.',
  columnNorm:
    'Squares are summed down each image column, giving 28 small norms for each digit instead of one. Each of them is pulled towards k.',
  positiveNoise:
    'δ is uniform on [0, 1) and scaled by a second random number for each pixel: never negative, small on average, and one-sided around the data.',
  mixTest: 'The 10,000 official test digits join the training set, so nothing is left that the networks have not seen.',
  scaledTwice:
    'Pixels that are in [0, 1] already are scaled as if they were bytes. Real digits become almost flat black.',
  labelsByPosition:
    'The first tenth of every batch counts as labelled. Batches are shuffled anew, so soon nearly every digit has been labelled: what is reported is supervised.',
  swappedRates: 'G learns at D’s rate and D at G’s. It shows only where they differ.',
  chosenOnTest:
    'The best model is the one with the most right answers on the test digits, which are then no test any more.',
  logOfRounded: 'Losses are logarithms of rounded probabilities. Where D is confidently wrong the gradient vanishes.',
  sharedStatistics:
    'Every pass shifts the running averages of batch normalisation, also generated digits in D: statistics of a mixture that no exam contains.',
  penaliseSigmoid:
    'The gradient is taken after the sigmoid. Where D is sure, the sigmoid is flat: the gradient vanishes there and the penalty sees little of D’s slope.',
};
