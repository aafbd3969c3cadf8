import type { ItemLevel } from '../../src/classify/item.ts';
import { done } from '../../src/core/outcome.ts';
import { PAPER } from '../../src/messages/report-texts.ts';
import { unpackTable } from '../../src/metrics/packed-table.ts';
import { type Choices, EVERYTHING, type Scope } from '../../src/metrics/scope.ts';
import { type TableSource, gatherTables } from '../../src/report/gather-tables.ts';
import { publishTables } from '../../src/report/publish-tables.ts';
import { SHIPPED_ONLY } from '../../src/report/reading-basis.ts';
import type { ReportInput } from '../../src/report/report-input.ts';
import { FIRST_SETTING } from '../../src/report/report-setting.ts';
import type { AppState } from './app-files.ts';

const CHOICES: Choices = { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null };

/** What the app makes its report from, with nothing typed in. */
export async function reportInput({ workbench, loaded, sha256 }: AppState, least: number | null, scope: Scope = EVERYTHING, itemLevel: ItemLevel = 'product'): Promise<ReportInput> {
  const choices = { ...CHOICES, itemLevel };
  const source: TableSource = {
    async table(...asked) {
      const packed = await workbench.table(...asked);
      return packed.ok ? done(unpackTable(packed.value)) : packed;
    },
  };
  const tables = await gatherTables(source, scope, choices, loaded, least, PAPER);
  if (!tables.ok) throw new Error(JSON.stringify(tables.failure));
  return {
    setting: { ...FIRST_SETTING, least },
    scope,
    choices,
    denominator: 'decided',
    grain: loaded.grain.grain,
    spokenScope: '',
    loaded,
    basis: { ...SHIPPED_ONLY, files: sha256 },
    ...(await publishTables(tables.value, least)),
    inspected: new Map([[202404, 1_000_000]]),
    proposed: null,
    ledger: null,
    madeAt: new Date(2024, 9, 1),
  };
}
