import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_HEADER } from '../../src/messages/mapping-texts.ts';
import type { RuleLine } from '../../src/classify/rule-table.ts';
import { unpackTable } from '../../src/metrics/packed-table.ts';
import { type Choices, EVERYTHING } from '../../src/metrics/scope.ts';
import { itemsFile } from '../../src/report/table-files.ts';
import { ruleFile } from '../../src/report/rule-file.ts';
import { type Filled, PLAIN, annexFile } from '../oracle/annex-file.ts';
import { itemsByApplication } from '../oracle/applications.ts';
import { itemsCsv } from '../oracle/item-tables.ts';
import { type OracleFile, type OracleRecord, compute } from '../oracle/oracle.ts';
import { SMALL_MASTERS } from '../property/names/small-masters.ts';
import { type AppState, filesOfApp, loadIntoApp } from './app-files.ts';
import { mastersOver } from './masters-over.ts';

function value<T>(outcome: { ok: true; value: T } | { ok: false; failure: { code: string } }): T {
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
}

function tableOf(csv: string): readonly RuleLine[] {
  return csv.trim().split('\n').map((line, index) => ({ line: index + 2, cells: line.split(',') }));
}

function samples(): OracleFile[] {
  const folder = new URL('../../sample-data', import.meta.url).pathname;
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv')).toSorted();
  return names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

/** Claims whose outcome is told by a code and whose check type by the first letter of a reason code. */
function codedRecords(): readonly Filled[] {
  return Array.from({ length: 60 }, (_, index) => ({
    1: `KEY${String(index)}`, 3: '1', 4: '1310000001', 11: '00130001', 148: String(-index), 192: '50606',
    196: `${'TJYO'.charAt(index % 4)}${String(index)}`, 205: '50608', 207: String(1 + (index % 5)),
  }));
}

const TEN_LINES = `審査結果,207,一致,1,査定,,
審査結果,207,一致,2,返戻,,
審査結果,207,一致,3,原審,,
審査結果,207,一致,4,取下げ,,
審査結果,207,一致,5,対象外,,
点検区分,196,前方一致,T,単月点検,,
点検区分,196,前方一致,J,縦覧点検,,
点検区分,196,前方一致,Y,横覧点検,,
点検区分,196,正規表現,^O\\d+$,突合点検,,
原審要因,207,一致,3,形式,,`;

describe('a 対応表', () => {
  it('of ten lines classifies a file that has codes only', async () => {
    const { workbench, loaded } = await loadIntoApp([annexFile('codes.csv', codedRecords())]);
    expect(loaded.coverage).toMatchObject({ outcome: 0, checkType: 0 });
    const answer = value(await workbench.useRules(tableOf(TEN_LINES)));
    expect(answer.refused).toEqual([]);
    expect(answer.loaded?.coverage).toMatchObject({ outcome: 1, checkType: 1 });
    const overview = value(await workbench.mappingOverview());
    expect(overview?.rules.slice(0, 10).map(({ records }) => records)).toEqual([12, 12, 12, 12, 12, 15, 15, 15, 15, 12]);
    expect(overview?.targets.map(({ classified, all }) => [classified.records, all.records])).toEqual([[60, 60], [60, 60], [0, 60], [12, 12]]);
  });

  it('changes everything at once, and taken away leaves every file as it was', async () => {
    const app = await loadIntoApp(samples());
    const before = await filesOfApp(app, PLAIN);
    value(await app.workbench.useRules(tableOf('点検区分,193,一致,再審査申出,縦覧点検,,\n項目,195,含む,初診料,診療行為,111000110,初診料\n審査結果,206,含む,照会,未決,,')));
    const between = await filesOfApp(app, PLAIN);
    expect(between['check-types.csv']).not.toBe(before['check-types.csv']);
    expect(between['items.csv']).not.toBe(before['items.csv']);
    expect(between['monthly.csv']).not.toBe(before['monthly.csv']);
    const renewed = await loadIntoApp(samples());
    value(await renewed.workbench.useRules([]));
    value(await app.workbench.useRules([]));
    const { importRecord, ...after } = await filesOfApp(app, PLAIN);
    expect({ ...after, importRecord }).toEqual(before);
  });

  it('saved and loaded again gives the same files, refused lines and all', async () => {
    const table = tableOf('点検区分,193/194,含む,-=「再,縦覧点検,,@備考\n審査結果,206,含む,照会,容認,,\n点検区分,193,正規表現,再審.*,"横""覧",,');
    const saved = new Blob([ruleFile(RULE_HEADER, table.map(({ cells }) => cells))]);
    const app = await loadIntoApp(samples());
    value(await app.workbench.useRules(table));
    const before = await filesOfApp(app, PLAIN);
    const read = value(await app.workbench.readRuleTable(saved));
    expect(read).toEqual(table);
    const answer = value(await app.workbench.useRules(read));
    expect(answer.refused).toEqual([{ line: 3, reason: 'unknown_result', found: '容認' }]);
    expect(await filesOfApp(app, PLAIN)).toEqual(before);
  });

  it('is told beforehand what a rule will do', async () => {
    const { workbench } = await loadIntoApp([annexFile('codes.csv', codedRecords())]);
    value(await workbench.useRules(tableOf('審査結果,207,一致,1,返戻,,')));
    const preview = value(await workbench.previewRule(['審査結果', '207', '正規表現', '[12]', '査定', '', ''], null));
    expect(preview).toMatchObject({
      fault: null,
      preview: {
        hits: { records: 24 },
        texts: 2,
        changes: [{ from: '返戻', to: '査定', records: 12 }, { from: '未分類', to: '査定', records: 12 }],
        collisions: [{ rule: 0, wins: false, records: 12 }],
      },
    });
    const broken = value(await workbench.previewRule(['審査結果', '207', '正規表現', '(', '査定', '', ''], null));
    expect(broken).toEqual({ fault: { reason: 'bad_pattern', found: 'missing closing )' } });
  });
});

describe('unclassified texts', () => {
  it('stand together where only writing differs, the most frequent first', async () => {
    const texts = ['容認 する', '容認・する', 'する、容認', 'その他', 'その他'];
    const records = texts.map((text, index) => ({ 1: `K${String(index)}`, 192: '50606', 205: '50608', 206: text, 148: '-10' }));
    const { workbench } = await loadIntoApp([annexFile('words.csv', records)]);
    const found = value(await workbench.unclassified('審査結果', 10));
    expect(found?.groups.map(({ field, records: count, points, texts: alike }) => [field, count, points, alike.length])).toEqual([[206, 3, 30, 3], [206, 2, 20, 1]]);
  });
});

describe('with masters', () => {
  it('the item table is right on every level, with every way of sharing points', async () => {
    const files = samples();
    const { records } = compute(files, PLAIN);
    const coded = records.map((record) => ({ ...record, items: record.items.filter(({ basis }) => basis === 'コード') }));
    const items = [...new Map(coded.flatMap((record) => record.items).map((item) => [item.code, item])).values()];
    const masters = mastersOver(items);
    const { workbench } = await loadIntoApp(files);
    const used = value(await workbench.useMasters(masters.files.map((file, id) => ({ id, file, name: `m${String(id)}.csv`, columns: null }))));
    expect(used.refused).toEqual([]);
    for (const level of ['product', 'generic', 'class'] as const) {
      const rolled = coded.map((record): OracleRecord => {
        const above = record.items.map((item) => masters.at(level, item));
        return { ...record, items: [...new Map(above.map((item) => [`${item.kind}${item.code}`, item])).values()] };
      });
      for (const grain of ['row', 'receipt'] as const) {
        for (const attribution of ['full', 'equal', 'single'] as const) {
          const options = { ...PLAIN, attribution };
          const expected = itemsCsv(rolled, options, { grain, attribution, itemsOfApplication: itemsByApplication(rolled) });
          const choices: Choices = { grain, attribution, itemLevel: level, ownPrefecture: null };
          const table = unpackTable(value(await workbench.table(EVERYTHING, choices, 'item')));
          expect(withoutClassNames(itemsFile(table, 'decided', attribution)), `${level} ${grain} ${attribution}`).toEqual(withoutClassNames(expected));
        }
      }
    }
  }, 60_000);

  it('a line of a level and the scope narrowed to it are one number, and so are its members', async () => {
    const files = samples();
    const items = compute(files, PLAIN).records.flatMap((record) => record.items).filter(({ basis }) => basis === 'コード');
    const masters = mastersOver([...new Map(items.map((item) => [item.code, item])).values()]);
    const { workbench } = await loadIntoApp(files);
    value(await workbench.useMasters(masters.files.map((file, id) => ({ id, file, name: `m${String(id)}.csv`, columns: null }))));
    const choices: Choices = { grain: 'auto', attribution: 'full', itemLevel: 'class', ownPrefecture: null };
    const { lines } = unpackTable(value(await workbench.table(EVERYTHING, choices, 'item')));
    for (const { line, kind, code, figures } of lines) {
      const key = line === 0 ? '未分類' : `${kind}:${code}`;
      const narrowed = value(await workbench.table({ ...EVERYTHING, items: [key] }, choices, 'total'));
      expect(narrowed.total, key).toEqual(figures);
      const members = value(await workbench.members(EVERYTHING, choices, 'item', { line, results: null, recordResults: null }, { start: 0, size: 1 }));
      expect(members.applications, key).toBe(figures.applications);
    }
  });

  it('names in texts are recognised as such, a name behind its code adds nothing, and brackets are no longer looked at', async () => {
    const texts = ['クウソピン錠５ｍｇの過量', '620000100 クウソピン錠５ｍｇ「架空」', '「ナニカ別の品目」の併用', 'ｶｸｳｰﾙとCRP、CRP高値'];
    const records = texts.map((text, index) => ({ 1: `K${String(index)}`, 192: '50606', 198: text }));
    const app: AppState = await loadIntoApp([annexFile('names.csv', records)]);
    const sources = SMALL_MASTERS.map((text, id) => ({ id, file: new Blob([text]), name: `m${String(id)}.csv`, columns: null }));
    value(await app.workbench.useMasters(sources));
    const { rows } = value(await app.workbench.recognised({ start: 0, size: 100 }));
    expect(rows.map(({ line, code, name, basis }) => [line, code, name, basis])).toEqual([
      [2, '2171022F1ZZZ', '【般】クウソピン錠５ｍｇ', 'name'],
      [3, '620000100', 'クウソピン錠５ｍｇ「トーワ」', 'code'],
      [5, '620000107', 'カクウール', 'name'],
      [5, '160000100', 'ＣＲＰ', 'name'],
    ]);
    const [marked] = value(await app.workbench.markedRecords(198, texts[3] ?? '', 1));
    expect(marked?.texts[0]?.marks.map(({ begin, end }) => texts[3]?.slice(begin, end))).toEqual(['ｶｸｳｰﾙ', 'CRP']);
  });

  it('one that is refused changes nothing', async () => {
    const app = await loadIntoApp(samples());
    const before = await filesOfApp(app, PLAIN);
    const answer = value(await app.workbench.useMasters([{ id: 1, file: new Blob(['a,b\n']), name: 'm.csv', columns: null }]));
    expect(answer).toMatchObject({ masters: [], refused: [{ id: 1, failure: { code: 'master_layout' } }] });
    expect(await filesOfApp(app, PLAIN)).toEqual(before);
  });
});

/** The names of drug classes are told by the shipped list, not by the masters. */
function withoutClassNames(csv: string): string[] {
  return csv.split('\r\n').map((line) => line.replace(/^(医薬品,\d{4},)[^,]*/u, '$1'));
}
