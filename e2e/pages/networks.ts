import type { Locator, Page } from '@playwright/test';

type Name = 'Generator G' | 'Discriminator D';

/** The view of both networks, in the words of a person. */
export class NetworksView {
  readonly button;
  readonly dialog;
  readonly pane;
  readonly errors;
  readonly apply;
  readonly own;
  readonly remove;
  readonly add;
  readonly newLayer;

  constructor(page: Page) {
    this.button = page.getByRole('button', { name: 'Networks', exact: true });
    this.dialog = page.getByRole('dialog', { name: 'Networks' });
    this.pane = this.dialog.getByRole('region', { name: 'The layer in detail' });
    this.errors = this.dialog.getByRole('alert');
    this.apply = this.dialog.getByRole('button', { name: 'Apply and restart' });
    this.own = this.dialog.getByRole('button', { name: 'Back to the recipe’s own' });
    this.remove = this.pane.getByRole('button', { name: 'Remove' });
    this.add = this.pane.getByRole('button', { name: 'Add after it' });
    this.newLayer = this.pane.getByRole('combobox', { name: 'New layer' });
  }

  async open(): Promise<void> {
    await this.button.click();
    await this.dialog.waitFor();
  }

  network(name: Name): Locator {
    return this.dialog.getByRole('region', { name });
  }

  /** The place of a layer and what is said there; 0 is what comes in. */
  item(name: Name, index: number): Locator {
    return this.network(name).getByRole('listitem').nth(index);
  }

  layer(name: Name, index: number): Locator {
    return this.item(name, index).getByRole('button');
  }

  /** A value of the layer that is looked at. */
  value(name: string): Locator {
    return this.pane.getByRole('textbox', { name });
  }
}
