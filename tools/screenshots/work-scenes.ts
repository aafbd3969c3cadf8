import type { Page } from 'playwright-core';
import { type Story, byTestId, csvFilesIn, escape, goTo, idle, load, toEnd } from './acts.ts';

const SAMPLES = csvFilesIn('sample-data');

const typed = async (page: Page, statement: string): Promise<void> => {
  await byTestId(page, 'sql-editor').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(statement);
  await escape(page);
};

export const MAPPING: Story = {
  scenes: [
    {
      name: 'mapping',
      async act(page) {
        await load(page, SAMPLES);
        await goTo(page, 'mapping');
        await byTestId(page, 'coverage').waitFor();
        await idle(page);
      },
    },
    {
      name: 'mapping-text',
      async act(page) {
        await byTestId(page, 'unclassified-text').first().getByRole('button').click();
        await byTestId(page, 'marked-records').locator('dd').first().waitFor();
      },
    },
    { name: 'mapping-end', act: (page) => toEnd(page) },
  ],
};

export const DECIDING: Story = {
  scenes: [
    {
      name: 'decide',
      isPrinted: true,
      async act(page) {
        await load(page, SAMPLES);
        await goTo(page, 'decide');
        await byTestId(page, 'effect-plot').waitFor();
        await idle(page);
      },
    },
    { name: 'decide-line', act: (page) => page.locator('.line-name').nth(2).click() },
    {
      name: 'decide-chosen',
      async act(page) {
        await byTestId(page, 'choose-all').check();
        await byTestId(page, 'bulk-reason').fill('試行');
        await byTestId(page, 'bulk-enter').click();
      },
    },
    {
      name: 'decide-scenarios',
      async act(page) {
        await byTestId(page, 'decide-scenarios').click();
        await page.locator('[data-testid="share-planner"] table').waitFor();
      },
    },
    { name: 'decide-scenarios-end', act: (page) => toEnd(page, '.decide-columns') },
    {
      name: 'decide-backtest',
      async act(page) {
        await byTestId(page, 'decide-backtest').click();
        await byTestId(page, 'run-backtest').click();
        await byTestId(page, 'backtest-table').waitFor();
      },
    },
    {
      name: 'decide-ledger',
      async act(page) {
        await byTestId(page, 'decide-ledger').click();
        await byTestId(page, 'ledger-entry').first().waitFor();
      },
    },
  ],
};

export const EXPLORING: Story = {
  scenes: [
    {
      name: 'explore',
      async act(page) {
        await load(page, SAMPLES);
        await goTo(page, 'explore');
        await byTestId(page, 'column-増減点数').waitFor();
        await idle(page);
      },
    },
    {
      name: 'explore-amounts',
      async act(page) {
        await byTestId(page, 'column-増減点数').click();
        await byTestId(page, 'bin').first().waitFor();
      },
    },
    {
      name: 'explore-texts',
      async act(page) {
        await byTestId(page, 'column-医療機関名').click();
        await byTestId(page, 'value-search').waitFor();
        await byTestId(page, 'value-line').first().locator('input').check();
      },
    },
    {
      name: 'sql',
      async act(page) {
        await byTestId(page, 'explore-sql').click();
        await byTestId(page, 'sql-run').click();
        await page.locator('table[data-testid="sql-result"]').waitFor();
      },
    },
    {
      name: 'sql-refused',
      async act(page) {
        await typed(page, 'FROM enable_logging()');
        await byTestId(page, 'sql-run').click();
        await byTestId(page, 'sql-failure').waitFor();
      },
    },
    {
      name: 'sql-wrong',
      async act(page) {
        await typed(page, 'SELECT 点検 FROM 対象レコード');
        await byTestId(page, 'sql-run').click();
        await page.locator('[data-testid="sql-failure"][data-code="sql_wrong"]').waitFor();
      },
    },
  ],
};

export const PAPERS: Story = {
  scenes: [
    {
      name: 'report',
      isPrinted: true,
      async act(page) {
        await load(page, SAMPLES);
        await goTo(page, 'report');
        await byTestId(page, 'sheet').first().waitFor();
        await idle(page);
      },
    },
    ...(['inspection', 'erasure', 'handling', 'guide'] as const).map((paper) => ({
      name: `report-${paper}`,
      act: (page: Page) => byTestId(page, `paper-${paper}`).click(),
    })),
  ],
};
