import { start } from '../../src/engine/backends/simd.ts';
import { loadDigits, run } from './experiment.ts';

const [labels, steps, ...sets] = process.argv.slice(2);
const params: Record<string, unknown> = {};
for (const s of sets) {
  const [k, v] = s.split('=');
  params[k!] = v === 'true' ? true : v === 'false' ? false : Number.isNaN(Number(v)) ? v : Number(v);
}
const { baseline = false, seed = 1, ...rest } = params as any;
const backend = await start({ threads: 1 });
const data = await loadDigits();
const r = await run({ labels: labels!, baseline, seed, steps: Number(steps), params: rest }, data, backend, (l) =>
  console.log(l),
);
console.log(JSON.stringify({ best: r.best, last: r.last, s: r.seconds }));
