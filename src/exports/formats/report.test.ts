import { describe, expect, it } from 'vitest';
import { languages } from '../../i18n/languages.ts';
import { trainRun } from '../testing/source.ts';
import { make } from './report.ts';

const textOf = (page: string): string =>
  page
    .replaceAll(/<style>.*?<\/style>|data:[^"]*/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

const reportOf = async (run: Parameters<typeof trainRun>[0]) => {
  const { source } = await trainRun(run);
  const page = (await make(source)) as string;
  return { source, page, text: textOf(page) };
};

describe('the report', () => {
  it('says what differs from the recipe, and which errata are on', async () => {
    const { text } = await reportOf({ recipe: 'cgan', data: 'mnist', params: { lrD: 0.001, bnEpsilon: true } });
    expect(text).toContain('CGAN on MNIST');
    expect(text).toContain('After step 3, seed 3');
    expect(text).toMatch(/Learning rate of D: 0.001 \(the recipe has 0.0002\)/);
    expect(text).toMatch(/Width: 0.05 \(the recipe has 1\)/);
    expect(text).toContain('Errors of published code that were switched on');
  });

  it('says so where nothing differs, and names no errata', async () => {
    const { text } = await reportOf({ recipe: 'gan', data: 'ring', params: { width: 1, batch: 64 } });
    expect(text).not.toContain('Errors of published code');
    expect(text).toMatch(/Everything is as the recipe comes|Other than in the recipe/);
  });

  it('has what is minimised, the curves, pictures, and the way to do it again', async () => {
    const { page, text } = await reportOf({ recipe: 'dragan', data: 'swiss-roll' });
    expect(text).toContain('λ = ');
    expect(page).toMatch(/<svg [^>]*><title>Curves<\/title>/);
    expect(page).toContain('src="data:image/png;base64,');
    expect(page).toContain('href="https://example.org/#recipe=dragan&amp;data=swiss-roll&amp;seed=3');
    expect(text).toContain('npm run train -- --recipe dragan --data swiss-roll --seed 3 --steps 3');
  });

  it('has scores with their intervals, and asks nothing of any other file', async () => {
    const { source } = await trainRun({ recipe: 'gan', data: 'ring' });
    const quality = await languages.en.parts.quality();
    const interval = { low: 0.1, high: 0.3, method: 'bootstrap' } as const;
    const score = { id: 'frechet', direction: 'lower', value: 0.2, floor: 0.05, samples: 500, interval } as const;
    const log = { ...source.log, scores: [{ step: 3, samples: 500, milliseconds: 1, scores: [score] }] };
    const page = (await make({ ...source, log })) as string;
    expect(textOf(page)).toContain(`${quality.measure.frechet.name} 0.200 0.100 to 0.300 0.050`);
    expect(page).not.toMatch(/(?:src|href)="(?!data:|https:\/\/(?:arxiv\.org|example\.org)\/)/);
  });

  it('says what was done on the way, also by a version that had other settings', async () => {
    const { source } = await trainRun({ recipe: 'gan', data: 'ring', steps: 1 });
    const events = [
      { kind: 'set', step: 1, name: 'lrD', value: 0.02 },
      { kind: 'set', step: 1, name: 'tempo', value: 3 },
      { kind: 'found', step: 1, rule: 'collapse' },
    ] as const;
    const text = textOf((await make({ ...source, log: { ...source.log, events } })) as string);
    for (const said of ['Learning rate of D 0.02 at 1', 'tempo 3 at 1', 'G found collapsed at 1'])
      expect(text).toContain(said);
  });

  it('escapes what people have named', async () => {
    const { source } = await trainRun({ recipe: 'gan', data: 'ring', steps: 1 });
    const page = (await make({
      ...source,
      data: { ...source.data, id: 'file:1', name: '<script>alert("x")</script>' },
    })) as string;
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });

  it('is in the reader’s language, with no sentence of another', async () => {
    const { source } = await trainRun({ recipe: 'dragan', data: 'swiss-roll', params: { kD: 2 } });
    const page = (await make({ ...source, language: languages.zh, languageId: 'zh' })) as string;
    expect(page).toContain('<html lang="zh">');
    const text = textOf(page);
    for (const words of [
      'DRAGAN，数据：瑞士卷',
      'D 的更新次数：2（预设为 1）',
      '没有测量过。',
      '真实数据附近 D 的梯度',
    ])
      expect(text).toContain(words);
    // The paper's title and the command line are the same in every language.
    const own = text.replaceAll(/：On Convergence[^,]*|npm run train.*?(?=由 GAN)/g, '');
    expect(own).not.toMatch(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/);
  });
});
