/** Points that a person drew: a project cannot have them, and says how they are to lie. */
import type { PointSetInfo } from '../../core/dataSet.ts';
import { named, python } from './python.ts';
import type { SetSource } from './setSource.ts';

export const broughtPoints = ({ id, name, trainCount }: PointSetInfo): SetSource => ({
  id,
  imports: ['from pathlib import Path'],
  python: python`
    def load(seed, file="data/points.npy"):
        """A person's own points, [n, 2], as they lie in the file; a seed changes nothing about them."""
        if not Path(file).exists():
            raise SystemExit(f"There is no {file}. README.md says what is to be in it.")
        import numpy

        return torch.from_numpy(numpy.load(file)).float().reshape(-1, 2)
  `,
  says: `The points are your own (“${named(name)}”) and are not in this project. Put them into the folder \`data\`:
\`points.npy\`, numbers [${trainCount}, 2]. The playground saves it where the points were drawn.`,
});
