import type { Page } from 'playwright-core';
import type { DecideArguments } from './read-arguments.ts';

/**
 * Sets how to decide as a user would and saves both files.
 * @returns why a settings file was refused, or why nothing can be decided; empty when all went well
 */
export async function driveDecisions(page: Page, decide: DecideArguments, save: (name: string) => Promise<void>): Promise<readonly string[]> {
  const at = (id: string) => page.locator(`[data-testid="${id}"]`);
  await at('nav-decide').click();
  await at('decide').waitFor();
  if (decide.settings !== null) {
    await at('settings-input').setInputFiles(decide.settings);
    await page.locator('.settings-bar [role=alert], .settings-bar [role=status]:not(:empty)').waitFor();
    const refusal = page.locator('.settings-bar [role=alert]');
    if ((await refusal.count()) > 0) return [`${decide.settings}: ${await refusal.innerText()}`];
  }
  const shares = { threshold: decide.threshold, maxFreed: decide.maxFreed, certainty: decide.certainty };
  if (Object.values(shares).some((share) => share !== null)) {
    await at('policy').click();
    for (const [name, share] of Object.entries(shares)) {
      if (share === null) continue;
      await at(`policy-${name}`).fill(String(Math.round(share * 1e4) / 100));
      await at(`policy-${name}`).blur();
    }
    await page.keyboard.press('Escape');
  }
  await page.locator('[data-testid="decide"][aria-busy="false"]').waitFor();
  const nothing = page.locator('[data-testid="decide"] > .notice');
  await page.locator('[data-testid="export-decisions.csv"]:enabled').or(nothing).first().waitFor();
  if ((await nothing.count()) > 0) return [`decisions.csv: ${await nothing.first().innerText()}`];
  await save('decisions.csv');
  await at('decide-backtest').click();
  await save('backtest.json');
  return [];
}
