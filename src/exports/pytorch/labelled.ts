/** `labelled.py`: what surrounds a discriminator that learns classes. */
import type { Facts } from './facts.ts';
import { python } from './python.ts';

const BLOCK = 10_000;

/** Whether the labelled pool is a choice, by the run's own random numbers. */
export const choosesPool = ({ plan }: Facts): boolean =>
  plan.supervision?.labelled === 'pool' && plan.supervision.labels !== null;

function pool({ plan, seed }: Facts): string | false {
  const { supervision } = plan;
  if (!supervision || supervision.labelled === 'position') return false;
  if (supervision.labels === null)
    return python`
      def labelled_pool(labels):
          """All training examples but those held out."""
          return [place for place in range(len(labels)) if place not in VALIDATION]
    `;
  return python`
    def labelled_pool(labels):
        """${supervision.labels} places, as many of each class: those that were labelled in the playground."""
        stream = Stream(${seed}, "labelled pool")
        left = dict.fromkeys(range(${supervision.classes}), ${supervision.labels} // ${supervision.classes})
        for label in stream.permutation(${supervision.classes})[: ${supervision.labels} % ${supervision.classes}]:
            left[label] += 1
        pool = []
        for place in stream.permutation(VALIDATION.start):
            label = int(labels[place])
            if left[label] > 0:
                left[label] -= 1
                pool.append(place)
        return pool
  `;
}

const SHIFTED = python`
  def shifted(images, by):
      """Each image moved by whole pixels down and to the right, [n, 2]; its edge is repeated where nothing was."""
      count, _, height, width = images.shape
      rows = (torch.arange(height) - by[:, :1]).clamp(0, height - 1)
      columns = (torch.arange(width) - by[:, 1:]).clamp(0, width - 1)
      each = torch.arange(count)[:, None, None]
      return images.movedim(1, -1)[each, rows[:, :, None], columns[:, None, :]].movedim(-1, 1)
`;

/** Of the first training examples, the last fifth is held out: as `data/labelled.ts` has it. */
function heldOut({ data }: Facts): { readonly from: number; readonly to: number } {
  const to = Math.min(BLOCK, data.trainCount);
  return { from: Math.ceil(to * (1 - 0.2)), to };
}

export function labelledFile(facts: Facts): string {
  const shift = (facts.plan.supervision?.shift ?? 0) > 0;
  const { from, to } = heldOut(facts);
  return python`
    """Which examples are labelled, which are held out, and how many of those D knows."""
    import torch

    from data import prepare
    ${choosesPool(facts) && 'from philox import Stream'}

    #: Places of training examples whose labels nobody learns from.
    VALIDATION = range(${from}, ${to})


    ${[pool(facts), shift && SHIFTED].filter(Boolean).flatMap((block) => [block as string, '', ''])}
    @torch.no_grad()
    def accuracy(classifier, images, labels, device):
        """The share of examples whose class has the largest logit, that of “fake” aside."""
        was_training = classifier.training
        classifier.eval()
        right = 0
        for some, marks in zip(images.split(1000), labels.split(1000)):
            outputs = classifier(prepare(some).to(device)).cpu()
            right += int((outputs[:, :-1].argmax(1) == marks).sum())
        classifier.train(was_training)
        return right / len(images)
  `;
}
