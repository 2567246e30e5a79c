import { expect, type Locator, type Page } from '@playwright/test';

/** The latent space and one sample of it, in the words of a person. */
export class LatentPage {
  readonly kept;
  readonly pad;
  readonly z;
  readonly way;

  constructor(readonly page: Page) {
    this.kept = page.getByRole('radiogroup', { name: 'Kept samples' }).getByRole('radio');
    this.pad = page.getByRole('slider', { name: 'Place in the plane through three kept samples' });
    this.z = page.getByRole('slider', { name: 'z, number by number' });
    this.way = page.getByRole('slider', { name: 'Place on the way' });
  }

  async open(tab: 'Samples' | 'Latent' | 'One sample'): Promise<void> {
    await this.page.getByRole('tab', { name: tab, exact: true }).click();
  }

  async look(mode: 'Between' | 'Plane' | 'Class' | 'Directions' | 'Nearest real'): Promise<void> {
    await this.page.getByRole('tab', { name: mode, exact: true }).click();
  }

  picture(name: RegExp | string): Locator {
    return this.page.getByRole('img', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Every pixel of a picture. */
  pixels(picture: Locator): Promise<string> {
    return picture.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  }

  /** Does something, and waits until the picture is another one. @returns what it was before */
  async changes(picture: Locator, act: () => Promise<void>): Promise<string> {
    await expect(picture).toBeVisible();
    const before = await this.pixels(picture);
    await act();
    await expect.poll(() => this.pixels(picture)).not.toBe(before);
    return before;
  }
}
