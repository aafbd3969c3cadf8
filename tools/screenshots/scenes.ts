import { type Scene, type Story, byTestId, choose, csvFilesIn, escape, goTo, load, settled, toEnd } from './acts.ts';
import { DECIDING, EXPLORING, MAPPING, PAPERS } from './work-scenes.ts';

const SAMPLES = csvFilesIn('sample-data');
const DIRTY = csvFilesIn('sample-data/dirty');

const RESULTS: Story = {
  scenes: [
    { name: 'import-empty', act: (page) => byTestId(page, 'engine-state').and(page.locator('[data-state="ready"]')).waitFor({ state: 'attached' }) },
    { name: 'results-empty', act: (page) => goTo(page, 'summary') },
    {
      name: 'import-result',
      async act(page) {
        await goTo(page, 'import');
        await load(page, SAMPLES);
      },
    },
    {
      name: 'import-file',
      async act(page) {
        await page.locator('.file-name').first().click();
        await byTestId(page, 'first-records').waitFor();
      },
    },
    {
      name: 'summary',
      isPrinted: true,
      async act(page) {
        await escape(page);
        await goTo(page, 'summary');
        await settled(page);
      },
    },
    {
      name: 'summary-end',
      act: (page) => toEnd(page),
    },
    {
      name: 'items',
      isPrinted: true,
      async act(page) {
        await goTo(page, 'items');
        await settled(page);
        await page.locator('.trend-drawing').first().waitFor();
      },
    },
    { name: 'items-columns', act: (page) => byTestId(page, 'column-choice').click() },
    {
      name: 'items-all-columns',
      async act(page) {
        await page.locator('.columns-foot button').first().click();
        await escape(page);
      },
    },
    {
      name: 'items-definitions',
      async act(page) {
        await byTestId(page, 'column-choice').click();
        await page.locator('.columns-foot button').last().click();
        await escape(page);
        await page.getByRole('button', { name: '定義' }).click();
      },
    },
    {
      name: 'items-search-none',
      async act(page) {
        await escape(page);
        await byTestId(page, 'item-search').fill('当たらない語');
      },
    },
    {
      name: 'check-types',
      isPrinted: true,
      async act(page) {
        await byTestId(page, 'item-search').fill('');
        await goTo(page, 'check-types');
        await settled(page);
      },
    },
    { name: 'scope-check-types', act: (page) => byTestId(page, 'scope-check-types').click() },
    {
      name: 'scope-items',
      async act(page) {
        await escape(page);
        await byTestId(page, 'scope-items').click();
        await byTestId(page, 'scope-items-line').first().waitFor();
      },
    },
    {
      name: 'scope-narrowed',
      async act(page) {
        await escape(page);
        await byTestId(page, 'scope-region').selectOption('in');
        await byTestId(page, 'scope-from').selectOption('2024-05');
        await settled(page);
      },
    },
    {
      name: 'scope-nothing',
      async act(page) {
        await byTestId(page, 'scope-from').selectOption('2024-08');
        await byTestId(page, 'scope-to').selectOption('2024-05');
        await byTestId(page, 'nothing-in-scope').waitFor();
      },
    },
    {
      name: 'drill-down',
      async act(page) {
        await byTestId(page, 'scope-reset').first().click();
        await settled(page);
        await page.locator('main button.figure').first().click();
        await byTestId(page, 'drill-claim').first().waitFor();
      },
    },
    {
      name: 'drill-columns',
      act: (page) => byTestId(page, 'drill-columns').click(),
    },
    {
      name: 'full-record',
      async act(page) {
        await escape(page);
        await byTestId(page, 'full-record-open').first().click();
        await byTestId(page, 'full-record-field').first().waitFor();
      },
    },
    {
      name: 'safety',
      async act(page) {
        await escape(page);
        await escape(page);
        await goTo(page, 'safety');
        await page.locator('main h1').first().waitFor();
      },
    },
    { name: 'safety-end', act: (page) => toEnd(page) },
    {
      name: 'clear',
      async act(page) {
        await goTo(page, 'import');
        await byTestId(page, 'clear').click();
      },
    },
  ],
};

const DIRTY_FILES: Story = {
  scenes: [
    { name: 'dirty-import', act: (page) => load(page, DIRTY) },
    {
      name: 'dirty-quarantine',
      act: (page) => page.locator('.quarantine').first().scrollIntoViewIfNeeded(),
    },
    {
      name: 'dirty-files',
      act: (page) => toEnd(page),
    },
    {
      name: 'dirty-summary',
      async act(page) {
        await goTo(page, 'summary');
        await settled(page);
      },
    },
    {
      name: 'dirty-items',
      async act(page) {
        await goTo(page, 'items');
        await settled(page);
      },
    },
  ],
};

/** @param months large enough to be seen while they are read */
function progress(months: readonly string[]): readonly Story[] {
  const seen: Scene = {
    name: 'import-progress',
    async act(page) {
      await choose(page, months);
      await byTestId(page, 'import-progress').waitFor();
    },
  };
  const cancelled: Scene = {
    name: 'import-cancelled',
    async act(page) {
      // From within the page: an import may be over before a click from outside arrives.
      await page.evaluate(() => {
        const observer = new MutationObserver(() => {
          const button = document.querySelector<HTMLElement>('[data-testid="cancel-import"]');
          if (button === null) return;
          observer.disconnect();
          button.click();
        });
        observer.observe(document.body, { subtree: true, childList: true });
      });
      await choose(page, months);
      await page.locator('body[data-imports="1"]').waitFor({ state: 'attached' });
    },
  };
  return [{ scenes: [seen] }, { scenes: [cancelled] }];
}

const LITTLE_MEMORY: Story = {
  prepare: (page) => page.addInitScript({ content: "Object.defineProperty(navigator, 'deviceMemory', { value: 0.25 })" }),
  scenes: [
    {
      name: 'memory-asked',
      async act(page) {
        await choose(page, SAMPLES);
        await byTestId(page, 'memory-go-on').waitFor();
      },
    },
  ],
};

const NO_ENGINE: Story = {
  prepare: (page) => page.route('**/*engine*', (route) => route.abort()),
  scenes: [{ name: 'engine-not-started', act: (page) => byTestId(page, 'engine-state').and(page.locator('[data-state="failed"]')).waitFor() }],
};

/** Everything that is pictured. */
export function stories(largeMonths: readonly string[]): readonly Story[] {
  return [RESULTS, MAPPING, DECIDING, EXPLORING, PAPERS, DIRTY_FILES, ...progress(largeMonths), LITTLE_MEMORY, NO_ENGINE];
}
