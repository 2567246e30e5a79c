/** `losses.py`: the objective and what is added to it, from the very formulas that we train with. */
import type { Value } from '../../gan/algebra.ts';
import type { Letters } from '../../gan/formula.ts';
import { pythonAlgebra, textOf, variable, wholeOf } from './algebra.ts';
import type { Facts } from './facts.ts';
import { list, number, python } from './python.ts';

/** The formula with D's outputs as they are usually written. */
const SIDES = { real: 'D(x)', fake: 'D(G(z))' } as const;

const lettersOf = (letters: Letters = {}): string =>
  Object.entries(letters)
    .map(([letter, value]) => `${letter} = ${number(value)}`)
    .join(', ');

function adversarial({ objective, plan, fools }: Facts): readonly string[] {
  const ops = pythonAlgebra('real');
  const epsilon = plan.supervision?.epsilon ?? 0;
  const rounded = epsilon > 0 ? objective.rounded?.(ops, epsilon) : undefined;
  const { discriminator, generator } = rounded ?? objective.losses(ops, plan.objective);
  const [real, fake] = [variable('real'), variable('fake')];
  const loss = discriminator(real, fake);
  const { d, g, letters } = objective.formula(plan.objective, SIDES);
  const compare = objective.compare?.bind(objective);
  const seen = (own: Value, others: Value) => textOf(compare?.(ops, own, others) ?? own);
  const compared = compare && `real, fake = ${seen(real, fake)}, ${seen(fake, real)}`;
  const own = lettersOf(letters);
  const log = rounded && ` With log(p + ${number(epsilon)}) for log p (an erratum).`;
  const ofD = python`
    def discriminator_loss(real, fake):
        """${d.real} and ${d.fake}${own && `, with ${own}`}.${log}"""
        ${compared}
        return ${textOf(loss.real)}, ${textOf(loss.fake)}
  `;
  const ofG = python`
    def generator_loss(${list('fake', compare && 'real')}):
        """${[g.fake, 'real' in g && g.real].filter(Boolean).join(' ')}"""
        ${compared}
        return ${textOf(generator(fake, real))}
  `;
  return fools ? [ofD, ofG] : [ofD];
}

/** What penalties take the gradient of. */
const judgedBy = ({ plan, told }: Facts): string => {
  const outputs = `discriminator(${list('x', told && 'labels')})`;
  const logit = plan.supervision ? `real_logit(${outputs})` : outputs;
  return plan.gradientNorm.of === 'probability' ? `torch.sigmoid(${logit})` : logit;
};

/** The penalty in Python, and what it is called with. */
function writtenPenalty({ penalty, plan, told }: Facts) {
  if (!penalty) return null;
  const { target } = plan.gradientNorm;
  const used = new Set<'near' | 'shares' | 'norms'>();
  const take = (what: 'near' | 'shares' | 'norms', text: string): Value => {
    used.add(what);
    return variable(text);
  };
  const ops = pythonAlgebra('real');
  const points = penalty.points(ops, {
    real: variable('real'),
    fake: variable('fake'),
    near: () => take('near', 'nearby(real, draw)'),
    shares: () => take('shares', 'share'),
  });
  const value = penalty.value(ops, { gradient: variable('gradient'), norms: () => take('norms', 'norms'), target });
  const draws = used.has('near') || used.has('shares');
  const given = list('real', /\bfake\b/.test(textOf(points)) && 'fake', told && 'labels', draws && 'draw');
  return { used, points: wholeOf(points), value: textOf(ops.mul(plan.penalty?.weight ?? 0, value)), given };
}

/** What `gradient_penalty` is called with behind D. */
export const penaltyArguments = (facts: Facts): string => writtenPenalty(facts)?.given ?? '';

/** What a penalty draws: nothing, δ, or ε. */
export function drawnByPenalty(facts: Facts): { readonly noise: boolean; readonly shares: boolean } {
  const used = writtenPenalty(facts)?.used;
  return { noise: used?.has('near') ?? false, shares: used?.has('shares') ?? false };
}

function penaltyBlocks(facts: Facts): readonly string[] {
  const { penalty, plan, keeps } = facts;
  const written = writtenPenalty(facts);
  if (!penalty || !plan.penalty || !written) return [];
  const { used, points, value, given } = written;
  const { gradientNorm } = plan;
  const squares =
    gradientNorm.over === 'columns'
      ? 'gradient.square().sum(2)  # over the height alone (an erratum)'
      : 'gradient.flatten(1).square().sum(1)';
  const judged = `outputs = ${judgedBy(facts)}`;
  const letters = lettersOf(penalty.letters(plan.penalty, gradientNorm));
  const nearby = python`
    def nearby(real, draw):
        """x + δ, with δ in units of the standard deviation of the batch."""
        return real + ${number(gradientNorm.perturbation.scale)} * real.std(unbiased=False) * draw.noise(real)
  `;
  const loss = python`
    def gradient_penalty(discriminator, ${given}):
        """${penalty.formula}, with ${letters}: to be differentiated once more, by the weights."""
        ${used.has('shares') && 'share = draw.shares(real)'}
        x = ${points}.detach().requires_grad_()
        ${keeps.discriminator ? ['with statistics_kept(discriminator):', `    ${judged}`] : judged}
        # The gradient of the sum is that of each output${facts.apart ? ', but for what batch normalisation mixes' : ': none depends on another example'}.
        (gradient,) = torch.autograd.grad(outputs.sum(), x, create_graph=True)
        ${used.has('norms') && [`squares = ${squares}`, 'norms = (squares + 1e-12).sqrt()  # which has a derivative at zero too']}
        return ${value}
  `;
  return used.has('near') ? [nearby, loss] : [loss];
}

function supervisedBlocks({ plan, matches, plays }: Facts): readonly string[] {
  const { supervision } = plan;
  if (!supervision) return [];
  const { weight, epsilon, matching } = supervision;
  const rounded = `-(F.softmax(outputs, 1).gather(1, labels[:, None]) + ${number(epsilon)}).log().mean()`;
  const cost = epsilon > 0 ? rounded : 'F.cross_entropy(outputs, labels)';
  const logit = python`
    def real_logit(outputs):
        """log p(real | x) − log p(fake | x), [n, 1]: what the classes say together, against “fake”."""
        return torch.logsumexp(outputs[:, :-1], 1, keepdim=True) - outputs[:, -1:]
  `;
  const classes = python`
    def class_loss(outputs, labels):
        """−log p(y | x) over all outputs, that of “fake” too${epsilon > 0 && '; a little is added to p (an erratum)'}."""
        return ${weight === 1 ? cost : `${number(weight)} * ${cost}`}
  `;
  const features = python`
    def feature_distance(real, fake):
        """‖E f(x) − E f(G(z))‖² (Salimans et al. 2016, section 3.1)"""
        return ${number(matching)} * (real.mean(0) - fake.mean(0)).square().sum()
  `;
  return [...(plays ? [logit] : []), classes, ...(plays && matches ? [features] : [])];
}

/** What a training step takes of the file. */
export const lossImports = ({ plays, penalty, plan, matches, fools }: Facts): string => {
  const { supervision } = plan;
  return list(
    supervision && 'class_loss',
    plays && 'discriminator_loss',
    plays && matches && 'feature_distance',
    plays && fools && 'generator_loss',
    plays && penalty && 'gradient_penalty',
    plays && supervision && 'real_logit',
  );
};

export function lossesFile(facts: Facts): string {
  const { penalty, keeps, plays } = facts;
  const game = plays ? [...adversarial(facts), ...penaltyBlocks(facts)] : [];
  const blocks = [...game, ...supervisedBlocks(facts)].join('\n\n\n');
  return python`
    """What is minimised.${plays && ' D\u2019s outputs are logits or raw scores, [n, 1].'}"""
    ${/\btorch\./.test(blocks) && 'import torch'}
    ${/\bF\./.test(blocks) && 'from torch.nn import functional as F'}
    ${plays && penalty && keeps.discriminator && '\nfrom model import statistics_kept'}


    ${blocks}
  `;
}
