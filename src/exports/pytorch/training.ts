/** `train.py`: the command line, processes, the loop, and what is kept. */
import { hasLabels } from './draws.ts';
import { type Facts, has } from './facts.ts';
import { list, named, python } from './python.ts';

/** What an examination is, in the loop. */
function examining({ plan, averagesD, data }: Facts): readonly string[] {
  const { supervision } = plan;
  if (!supervision) return [];
  const examined = averagesD ? 'trainer.classifier' : 'trainer.discriminator';
  const asked = (name: string, images: string, labels: string) =>
    `"${name}": accuracy(${examined}, ${images}, ${labels}, device)`;
  const marks = [
    asked('validation', 'images[VALIDATION.start : VALIDATION.stop]', 'labels[VALIDATION.start : VALIDATION.stop]'),
    ...(data.testCount > 0 ? [asked('test', 'test_images', 'test_labels')] : []),
  ];
  const by = data.testCount > 0 ? supervision.chosenOn : 'validation';
  return [
    `if rank == 0 and (trainer.step % ${supervision.examineEvery} == 0 or trainer.step % epoch == 0):`,
    `    marks = {${marks.join(', ')}}`,
    '    print(f"step {trainer.step}: " + ", ".join(f"{name} {share:.2%}" for name, share in marks.items()), flush=True)',
    `    if marks["${by}"] > best:`,
    `        best = marks["${by}"]${by === 'test' && supervision.chosenOn === 'test' ? '  # chosen on the test set (an erratum)' : ''}`,
    '        torch.save({"trainer": trainer.state_dict(), "marks": marks}, out / "best.pt")',
  ];
}

/** Lines that load the examples. */
function loading(facts: Facts): readonly string[] {
  const { plan, data } = facts;
  if (plan.examples.kind === 'points') return ['examples = load(options.seed)'];
  const labels = hasLabels(facts) ? 'labels' : '_';
  return [
    `images, ${labels} = load(options.data)`,
    ...(plan.supervision && data.testCount > 0 ? ['test_images, test_labels = load(options.data, test=True)'] : []),
    ...(plan.includeTest
      ? [
          'more, more_labels = load(options.data, test=True)  # official test images are trained on too (an erratum)',
          `images${hasLabels(facts) ? ', labels' : ''} = torch.cat([images, more])${hasLabels(facts) ? ', torch.cat([labels, more_labels])' : ''}`,
        ].map((line) => (hasLabels(facts) ? line : line.replace('more_labels', '_')))
      : []),
  ];
}

/** With dropout, masks are drawn by each process for itself. */
const dropsOut = ({ plan, plays }: Facts): boolean =>
  has(plan.discriminator, 'dropout') || (plays && has(plan.generator, 'dropout'));

const PROCESSES = python`
  def join(device):
      """This process's rank, how many there are, and its device; torchrun says so to each."""
      device = device or ("cuda" if torch.cuda.is_available() else "cpu")
      if "RANK" not in os.environ:
          return 0, 1, torch.device(device)
      if device == "cuda":
          device = f"cuda:{os.environ['LOCAL_RANK']}"
          torch.cuda.set_device(device)
      distributed.init_process_group("nccl" if device.startswith("cuda") else "gloo")
      return distributed.get_rank(), distributed.get_world_size(), torch.device(device)
`;

function optionsOf({ plan, plays }: Facts): string {
  const image = plan.examples.kind === 'image';
  return python`
    def arguments():
        parser = argparse.ArgumentParser(description="Goes on training from weights.safetensors.")
        begin = parser.add_mutually_exclusive_group()
        begin.add_argument("--from-scratch", action="store_true", help="begins with new weights")
        begin.add_argument("--resume", action="store_true", help="goes on from OUT/checkpoint.pt")
        parser.add_argument("--steps", type=int, default=2000, help="so many more")
        parser.add_argument("--batch", type=int, default=${plan.batch}, help="real examples of an update, in each process")
        parser.add_argument("--seed", type=int, default=0, help="of all that is drawn at random")
        parser.add_argument("--device", help="cpu, cuda or cuda:1; a GPU if there is one")
        ${image && 'parser.add_argument("--data", default="data", help="the folder with the data set")'}
        parser.add_argument("--out", default="out", help="a folder for checkpoints${plays && ' and pictures'}")
        parser.add_argument("--log-every", type=int, default=50, help="steps from one line to the next")
        parser.add_argument("--save-every", type=int, default=500, help="steps from one ${plays ? 'picture and ' : ''}checkpoint to the next")
        return parser.parse_args()
  `;
}

export function trainFile(facts: Facts): string {
  const { recipe, data, plan, plays, averagesG } = facts;
  const { supervision } = plan;
  const examples = plan.examples.kind === 'points' ? 'examples' : list('images', hasLabels(facts) && 'labels');
  const drawn = averagesG ? 'trainer.average' : 'trainer.generator';
  return python`
    """Trains ${named(recipe.name)} on ${named(data.name)}.

        python train.py                               goes on from what the playground has trained
        python train.py --from-scratch                begins anew
        python train.py --resume                      goes on from out/checkpoint.pt
        torchrun --nproc_per_node 4 train.py          on four GPUs; without any, in four processes
    """
    import argparse
    import os
    from pathlib import Path

    import torch
    from torch import distributed

    from data import load
    from draws import Draws
    ${supervision && 'from labelled import VALIDATION, accuracy'}
    ${plays && ['from png import write_png', 'from sample import picture']}
    from trainer import Trainer


    ${optionsOf(facts)}


    ${PROCESSES}


    def main():
        options = arguments()
        rank, processes, device = join(options.device)
        out = Path(options.out)
        out.mkdir(parents=True, exist_ok=True)

        ${loading(facts)}
        draws = Draws(${examples}, options.batch, options.seed, device, rank, processes)
        torch.manual_seed(options.seed)  # the same in all processes, so that all begin with the same weights
        trainer = Trainer(device)
        ${supervision && ['best = 0.0', 'epoch = len(images) // (options.batch * processes)']}
        if options.resume:
            state = torch.load(out / "checkpoint.pt", map_location=device)
            trainer.load_state_dict(state["trainer"])
            draws.load_state_dict(state["draws"])
            ${supervision && 'best = state["best"]'}
        elif not options.from_scratch:
            trainer.load_exported("weights.safetensors")
        ${dropsOut(facts) && 'torch.manual_seed(options.seed + rank)  # dropout differs from process to process'}

        def keep():
            torch.save({"trainer": trainer.state_dict(), "draws": draws.state_dict()${supervision && ', "best": best'}}, out / "checkpoint.pt")
            ${plays && `write_png(out / f"step-{trainer.step:06}.png", picture(${drawn}, seed=0))`}

        last = trainer.step + options.steps
        while trainer.step < last:
            losses = trainer.take_step(draws)
            if rank == 0 and trainer.step % options.log_every == 0:
                said = ", ".join(f"{name} {value.item():.4f}" for name, value in losses.items())
                print(f"step {trainer.step}: {said}", flush=True)
            ${examining(facts)}
            if rank == 0 and trainer.step % options.save_every == 0 and trainer.step < last:
                keep()
        if rank == 0:
            keep()
        if processes > 1:
            distributed.destroy_process_group()


    if __name__ == "__main__":
        main()
  `;
}
