import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** One state of the app worth a picture. */
export interface Scene {
  /** The picture's name. */
  readonly name: string;
  /** What the user did since the scene before. */
  act(page: Page): Promise<void>;
  /** Whether the printed pages are pictured too. */
  readonly isPrinted?: boolean;
}

/** Scenes in one page, one after another. */
export interface Story {
  readonly scenes: readonly Scene[];
  /** Before the page is opened. */
  prepare?(page: Page): Promise<unknown>;
}

/** A screen that has not been written yet has no entry in the navigation, and is passed over. */
export class NotThere extends Error {}

export const byTestId = (page: Page, id: string): Locator => page.locator(`[data-testid="${id}"]`);

/** Folders are read where they are, so a new file is pictured too. */
export function csvFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:csv|zip)$/u.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

export async function choose(page: Page, files: readonly string[]): Promise<void> {
  await byTestId(page, 'file-input').setInputFiles([...files]);
}

export async function load(page: Page, files: readonly string[]): Promise<void> {
  const before = Number((await page.locator('body').getAttribute('data-imports')) ?? 0);
  await choose(page, files);
  await page.waitForFunction((count) => Number(document.body.dataset.imports ?? 0) > count, before);
}

export async function goTo(page: Page, screen: string): Promise<void> {
  const link = byTestId(page, `nav-${screen}`);
  if ((await link.count()) === 0) throw new NotThere(screen);
  await link.click();
}

/** Nothing on the screen waits for an answer. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
}

/** Tables and their trends are there. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main button.figure').first().waitFor();
  await idle(page);
}

export async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
}

export async function toEnd(page: Page, part = 'main'): Promise<void> {
  await page.locator(part).first().evaluate((each) => each.scrollTo(0, each.scrollHeight));
}
