import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { NotThere, type Story } from './acts.ts';

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

export const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) => [
  { width: 1366, height: 768, scheme },
  { width: 1920, height: 1080, scheme },
]);

const PATIENCE_MS = 60_000;
/** Longer than what waits for 0.3 s before it is shown. */
const STILL_MS = 350;

/** Goes through a story under one look and pictures each scene. @returns screens that are not there */
export async function takePictures(browser: Browser, address: string, out: string, story: Story, look: Look): Promise<string[]> {
  const { width, height, scheme } = look;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: 'ja-JP', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const absent: string[] = [];
  try {
    await story.prepare?.(page);
    await page.goto(address);
    for (const scene of story.scenes) {
      const isThere = await scene.act(page).then(
        () => true,
        (error: unknown) => {
          if (error instanceof NotThere) return false;
          throw error;
        },
      );
      if (!isThere) {
        absent.push(scene.name);
        continue;
      }
      // Progress is gone by then; everything else is shown only after a while.
      if (!scene.name.endsWith('progress')) await page.waitForTimeout(STILL_MS);
      await page.screenshot({ path: join(out, `${scene.name}-${width}-${scheme}.png`) });
      if (scene.isPrinted === true && look === LOOKS[0]) await print(page, join(out, `${scene.name}-print`));
    }
  } finally {
    await context.close();
  }
  return absent;
}

/** As a PDF, and page by page as pictures where poppler is installed. */
async function print(page: Page, path: string): Promise<void> {
  writeFileSync(`${path}.pdf`, await page.pdf({ preferCSSPageSize: true }));
  spawnSync('pdftoppm', ['-png', '-r', '80', `${path}.pdf`, path]);
}
