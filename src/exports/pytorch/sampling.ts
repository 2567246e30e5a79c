/** `sample.py`: what the generator draws, as a picture. */
import { latentText } from './draws.ts';
import { type Facts, has } from './facts.ts';
import { list, python } from './python.ts';

/** Columns of a grid that shows all classes: each class once, or several times where there are few. */
const MOST_COLUMNS = 20;
const FEWEST_COLUMNS = 10;

interface Grid {
  readonly rows: number;
  readonly columns: number;
}

function gridOf({ plan, told }: Facts): Grid {
  if (!told) return plan.grid;
  const shown = Math.min(plan.classes, MOST_COLUMNS);
  return { rows: 10, columns: shown * Math.max(1, Math.floor(FEWEST_COLUMNS / shown)) };
}

/** G(z) the way the plan says that samples are drawn. */
function sampled(facts: Facts): string {
  const { plan, told, batchStatistics } = facts;
  const { disturbsRunning } = plan.sampling;
  const call = `generator(${list('z', told && 'labels')})`;
  const changed = batchStatistics || has(plan.generator, 'batchNorm', 'dropout');
  const drops = has(plan.generator, 'dropout');
  const body = batchStatistics
    ? [
        ...(drops
          ? ['for module in generator.modules():', '    if isinstance(module, nn.Dropout):', '        module.eval()']
          : []),
        ...(disturbsRunning ? [`examples = ${call}`] : ['with statistics_kept(generator):', `    examples = ${call}`]),
        ...(drops ? ['generator.train()'] : []),
        'return examples',
      ]
    : changed
      ? ['generator.eval()', `examples = ${call}`, 'generator.train()', 'return examples']
      : [`return ${call}`];
  const how = batchStatistics
    ? `by the statistics of these very samples${disturbsRunning ? ', which disturb the running ones (an erratum)' : ''}`
    : 'by running statistics';
  return python`
    @torch.no_grad()
    def sample(generator, z${told && ', labels'}):
        """G(z)${has(plan.generator, 'batchNorm') && `, normalised ${how}`}."""
        ${body}
  `;
}

function pictured(facts: Facts): string {
  const { plan, told } = facts;
  if (plan.examples.kind === 'points')
    return python`
      def picture(generator, seed, side=400):
          """Generated points, black, on a square of the plane, [side, side, 1] bytes."""
          rng = torch.Generator().manual_seed(seed)
          device = next(generator.parameters()).device
          points = sample(generator, ${latentText(facts, '2000', 'rng')}.to(device)).cpu()
          x, y = (side * (points / ${2 * plan.examples.extent} + 0.5)).long().clamp(0, side - 1).unbind(1)
          pixels = torch.full((side, side, 1), 255, dtype=torch.uint8)
          pixels[side - 1 - y, x] = 0
          return pixels
    `;
  const { rows, columns } = gridOf(facts);
  const { range, channels } = plan.examples;
  const count = rows * columns;
  const inputs = told
    ? [
        `labels = torch.arange(${plan.classes}).repeat(${count / plan.classes}).to(device)  # a class in each column`,
        `z = ${latentText(facts, `${count / plan.classes}`, 'rng')}  # and one z for all of them`,
        `z = z.repeat_interleave(${plan.classes}, 0).to(device)`,
      ]
    : [`z = ${latentText(facts, String(count), 'rng')}.to(device)`];
  return python`
    def picture(generator, seed):
        """A grid of ${rows} × ${columns} samples, bytes [height, width, ${channels}]."""
        rng = torch.Generator().manual_seed(seed)
        device = next(generator.parameters()).device
        ${inputs}
        images = sample(generator, ${list('z', told && 'labels')}).cpu()
        images = (${range === 'symmetric' ? '127.5 * images + 127.5' : '255 * images'}).clamp(0, 255)
        ${
          plan.sampling.stretch && [
            '# Each from its own darkest to its own brightest value (an erratum).',
            'low, high = images.flatten(1).min(1).values, images.flatten(1).max(1).values',
            'span = torch.where(high > low, high - low, torch.ones_like(high))',
            'images = 255 * (images - low[:, None, None, None]) / span[:, None, None, None]',
          ]
        }
        _, channels, height, width = images.shape
        grid = images.round().byte().view(${rows}, ${columns}, channels, height, width)
        return grid.permute(0, 3, 1, 4, 2).reshape(${rows} * height, ${columns} * width, channels)
  `;
}

export function sampleFile(facts: Facts): string {
  const { averagesG, batchStatistics, plan } = facts;
  const drawn = averagesG ? 'average' : 'generator';
  const keeps = batchStatistics && !plan.sampling.disturbsRunning;
  const nn = batchStatistics && has(plan.generator, 'dropout');
  return python`
    """Draws samples${averagesG && ', with the moving average of the generator’s weights'}.

        python sample.py                              from weights.safetensors
        python sample.py --from out/checkpoint.pt     from what train.py has kept
    """
    import argparse

    import torch
    ${nn && 'from torch import nn'}

    from model import ${list('Generator', keeps && 'statistics_kept')}
    from png import write_png
    from weights import load, under


    ${sampled(facts)}


    ${pictured(facts)}


    def main():
        parser = argparse.ArgumentParser(description="Draws samples.")
        parser.add_argument("--from", dest="source", default="weights.safetensors", help="weights, or a checkpoint")
        parser.add_argument("--out", default="samples.png", help="a PNG file")
        parser.add_argument("--seed", type=int, default=0, help="another one, other samples")
        options = parser.parse_args()

        generator = Generator()
        if options.source.endswith(".safetensors"):
            state = under(load(options.source)[0], "${drawn}")
        else:
            state = torch.load(options.source, map_location="cpu")["trainer"]["${drawn}"]
        generator.load_state_dict(state)
        write_png(options.out, picture(generator, options.seed))


    if __name__ == "__main__":
        main()
  `;
}
