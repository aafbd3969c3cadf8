import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AppPage } from './app-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
}

/** What axe finds on the screen as it stands, a line a place. */
export async function violations(app: AppPage): Promise<string[]> {
  await app.page.evaluate(AXE);
  return app.page.evaluate(async () => {
    const { axe } = window as unknown as AxeWindow;
    const found = await axe.run();
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  });
}
