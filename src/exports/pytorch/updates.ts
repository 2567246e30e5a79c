/** The updates of one step, as methods of the project's trainer. */
import type { Facts } from './facts.ts';
import { penaltyArguments } from './losses.ts';
import { counted, list, number, python } from './python.ts';

/** Lines of a pass that leaves a network's running statistics as they are. */
const kept = (needed: boolean, network: string, ...lines: readonly string[]): readonly string[] =>
  needed ? [`with statistics_kept(self.${network}):`, ...lines.map((line) => `    ${line}`)] : lines;

const logit = ({ plan }: Facts, outputs: string): string => (plan.supervision ? `real_logit(${outputs})` : outputs);

function generating(facts: Facts): string | false {
  const { told, paired, keeps } = facts;
  const made = `self.generator(${list('draw.latent()', told && 'labels')})`;
  if (!facts.generates) return false;
  return python`
    @torch.no_grad()
    def generate(self, ${list('draw', paired && 'labels')}):
        """A batch for D, which is a constant there."""
        ${told && !paired && 'labels = draw.classes()'}
        ${kept(keeps.generator, 'generator', `return ${list(made, told && !paired && 'labels')}`)}
  `;
}

/** What real examples are to G: features to match, or what its own are compared with. */
function seenByG(facts: Facts): readonly string[] {
  const { matches, compares, told, keeps } = facts;
  if (!matches && !compares) return [];
  const passes = matches
    ? [
        'wanted = self.discriminator.features(real)',
        ...(compares ? [`on_real = ${logit(facts, 'self.discriminator.head(wanted)')}`] : []),
      ]
    : [`on_real = ${logit(facts, `self.discriminator(${list('real', told && 'real_labels')})`)}`];
  return [
    'with torch.no_grad():',
    ...kept(keeps.discriminator, 'discriminator', ...passes).map((line) => `    ${line}`),
  ];
}

function updatingG(facts: Facts): string {
  const { matches, compares, told, keeps, fools, plan, shared, averagesG } = facts;
  const { sampling } = plan;
  const sees = matches || compares;
  const judged = matches
    ? ['features = self.discriminator.features(fake)', `on_fake = ${logit(facts, 'self.discriminator.head(features)')}`]
    : [`on_fake = ${logit(facts, `self.discriminator(${list('fake', told && 'labels')})`)}`];
  const fooled = `generator_loss(${list('on_fake', compares && 'on_real')})`;
  const matched = 'feature_distance(wanted, features)';
  const loss = [...(fools ? [fooled] : []), ...(matches ? [matched] : [])].join(' + ');
  const needed = fools ? judged : judged.slice(0, 1);
  return python`
    def update_generator(self, ${list('draw', sees && 'real', sees && told && compares && 'real_labels')}):
        ${seenByG(facts)}
        ${told && 'labels = draw.classes()'}
        fake = self.generator(${list('draw.latent()', told && 'labels')})
        ${kept(keeps.discriminator, 'discriminator', ...needed)}
        loss = ${loss}
        update(self.generator, self.optimiser_g, loss)
        ${averagesG && ['self.updates_g += 1', `follow(self.average, self.generator, ${number(sampling.averageDecay)}, self.updates_g)`]}
        return ${list(shared && 'fake.detach()', shared && told && 'labels', '{"loss G": loss.detach()}')}
  `;
}

/** D's outputs on real and on generated examples, `on_seen` with what is labelled behind the real ones. */
function judging(facts: Facts): readonly string[] {
  const { apart, told, paired, keeps, plan } = facts;
  const real = plan.supervision ? 'seen' : 'real';
  const asked = paired ? 'labels' : 'asked';
  if (!apart) {
    const both = `torch.cat([${real}, fake])`;
    const labels = told && `torch.cat([labels, ${asked}])`;
    const sizes = plan.supervision ? '.split([len(seen), len(fake)])' : '.chunk(2)';
    return [`on_${real}, on_fake = self.discriminator(${list(both, labels)})${sizes}`];
  }
  return [
    `on_${real} = self.discriminator(${list(real, told && 'labels')})`,
    ...kept(keeps.discriminator, 'discriminator', `on_fake = self.discriminator(${list('fake', told && asked)})`),
  ];
}

function constraining({ plan, constraint }: Facts): readonly string[] {
  if (!plan.constraint || !constraint) return [];
  return [
    'with torch.no_grad():',
    '    for weight in self.discriminator.parameters():',
    `        weight.copy_(${constraint})`,
  ];
}

const averagingD = ({ averagesD, plan }: Facts): readonly string[] =>
  averagesD
    ? [
        'self.updates_d += 1',
        `follow(self.classifier, self.discriminator, ${number(plan.supervision?.averageDecay ?? 0)}, self.updates_d)`,
      ]
    : [];

function updatingD(facts: Facts): string {
  const { told, paired, penalty, plan } = facts;
  const { supervision } = plan;
  const terms = ['loss_real', 'loss_fake', supervision && 'loss_class', penalty && 'penalty'].filter(Boolean);
  const measured = [
    '"loss D": loss.detach()',
    supervision && '"classes": loss_class.detach()',
    penalty && '"penalty": penalty.detach()',
  ];
  return python`
    def update_discriminator(self, ${list((supervision || /draw/.test(penaltyArguments(facts))) && 'draw', 'real', told && 'labels', 'fake', told && !paired && 'asked')}):
        ${supervision && ['labelled, marks = draw.labelled()', 'seen = torch.cat([real, labelled])']}
        ${judging(facts)}
        ${supervision && 'on_real, on_labelled = on_seen.split([len(real), len(labelled)])'}
        loss_real, loss_fake = discriminator_loss(${logit(facts, 'on_real')}, ${logit(facts, 'on_fake')})
        ${supervision && 'loss_class = class_loss(on_labelled, marks)'}
        ${penalty && `penalty = gradient_penalty(self.discriminator, ${penaltyArguments(facts)})`}
        loss = ${terms.join(' + ')}
        update(self.discriminator, self.optimiser_d, loss)
        ${constraining(facts)}
        ${averagingD(facts)}
        return {${list(...measured)}}
  `;
}

function updatingClassifier(facts: Facts): string {
  return python`
    def update_classifier(self, draw):
        """Learns from the labels alone."""
        labelled, marks = draw.labelled()
        loss = class_loss(self.discriminator(labelled), marks)
        update(self.discriminator, self.optimiser_d, loss)
        ${averagingD(facts)}
        return {"classes": loss.detach()}
  `;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const repeated = (count: number, lines: readonly string[], counter = '_'): readonly string[] =>
  count === 1 ? lines : [`for ${counter} in range(${count}):`, ...lines.map((line) => `    ${line}`)];

/** The order of updates. */
function taking(facts: Facts): string {
  const { plays, plan, told, paired, shared, matches, compares } = facts;
  const { first, kD, kG } = plan.schedule;
  const sees = matches || compares;
  if (!plays)
    return python`
      def take_step(self, draw):
          """${sentence(`${counted(kD, 'update')} of the classifier`)}"""
          ${repeated(kD, [...(plan.supervision?.labelled === 'position' ? ['draw.real()'] : []), 'losses = self.update_classifier(draw)'])}
          self.step += 1
          return losses
    `;
  const real = list('real', told && 'labels');
  const fake = list('fake', told && !paired && 'asked');
  const draws = plan.supervision || /draw/.test(penaltyArguments(facts));
  const generated = `${fake} = self.generate(${list('draw', paired && 'labels')})`;
  const again = shared ? (kD > 1 ? ['if k > 0:', `    ${generated}`] : []) : [generated];
  const updateD = `self.update_discriminator(${list(draws && 'draw', real, fake)})`;
  const updateG = `self.update_generator(${list('draw', sees && 'real', sees && compares && told && 'labels')})`;
  const ofD = repeated(
    kD,
    [`${real} = draw.real()`, ...again, first === 'G' ? `losses.update(${updateD})` : `losses = ${updateD}`],
    shared ? 'k' : '_',
  );
  const ofG = repeated(
    kG,
    first === 'G'
      ? [`${list(shared && list('fake', told && 'asked'), 'losses')} = ${updateG}`]
      : [`losses.update(${updateG})`],
  );
  const seenFirst = sees && first === 'G' ? [`${real} = draw.real()`] : [];
  const order = first === 'G' ? [...seenFirst, ...ofG, ...ofD] : [...ofD, ...ofG];
  const [a, b] = [counted(kD, 'update'), counted(kG, 'update')];
  return python`
    def take_step(self, draw):
        """${sentence(first === 'G' ? `${b} of G, then ${a} of D${shared ? ' on what G was scored on' : ''}` : `${a} of D, then ${b} of G`)}"""
        ${order}
        self.step += 1
        return losses
  `;
}

export function stepMethods(facts: Facts): string {
  const methods = facts.plays
    ? [generating(facts), updatingD(facts), updatingG(facts), taking(facts)]
    : [updatingClassifier(facts), taking(facts)];
  return methods.filter(Boolean).join('\n\n');
}
