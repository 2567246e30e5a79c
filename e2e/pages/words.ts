import type { Page } from '@playwright/test';

/** Names that are the same in every language: of people, systems, methods, formats and programs. */
const NAMES = [
  ...['Adam', 'RMSProp', 'Wasserstein', 'Inception', 'Pearson', 'Goodfellow', 'Fashion', 'conv', 'Conv'],
  ...['sigmoid', 'tanh', 'Tanh', 'softmax', 'maxout', 'Maxout', 'log', 'relaxed', 'simd', 'Worker', 'arXiv'],
  ...['JavaScript', 'WebAssembly', 'SwiftShader', 'TensorFlow', 'TensorBoard', 'PyTorch', 'Python', 'numpy'],
  ...['safetensors', 'zip', 'npz', 'npy', 'mat', 'train', 'https', 'Chrome', 'Edge', 'Firefox', 'Safari', 'Esc'],
];

/** Words in Latin letters that are seen or read out where the page speaks Chinese, other than names. */
export function latinWords(page: Page): Promise<readonly string[]> {
  return page.evaluate((names) => {
    const exempt = 'cite, code, kbd, math, svg text, [lang=en], script, style, noscript, textarea';
    const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent && !parent.closest(exempt) && seen(parent)) said.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder], [aria-valuetext]'))
      if (!element.closest(exempt) && seen(element))
        for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-valuetext'])
          said.push(element.getAttribute(name) ?? '');
    // Addresses, file names and what a driver calls itself are nobody's words.
    const words = said.flatMap(
      (text) => text.replace(/https?:\S+|[\w-]+\.[a-z]{2,}\S*|（ANGLE.*）/g, ' ').match(/[A-Za-z]*[a-z]{3,}/g) ?? [],
    );
    return [...new Set(words.filter((word) => !names.includes(word)))];
  }, NAMES);
}
