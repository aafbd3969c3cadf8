import { describe, expect, it } from 'vitest';
import type { RuleLine } from '../../src/classify/rule-table.ts';
import { KEPT_FIELDS } from '../../src/layout/kept.ts';
import { makeApplicationList, makeExclusionList } from '../../tools/sample/application-lists.ts';
import { makeMess } from '../../tools/sample/mess.ts';
import { PLAIN } from '../oracle/annex-file.ts';
import { type OracleOptions, compute } from '../oracle/oracle.ts';
import type { OwnRule } from '../oracle/own-reading.ts';
import { filesOfApp, loadIntoApp } from './app-files.ts';

const BASE: OracleOptions = { ...PLAIN, kept: KEPT_FIELDS.map((field) => field.number) };
const TABLES = ['monthly.csv', 'items.csv', 'check-types.csv', 'recognised.csv'] as const;
const KINDS = ['医薬品', '診療行為'] as const;

/** They hit before the shipped rules, beside codes and lists, and a list's own words for check types. */
const RULES: readonly OwnRule[] = [
  { target: '審査結果', fields: [206, 207], word: '減点', result: '返戻' },
  { target: '点検区分', fields: [193, 194], word: '突 合', result: '横覧点検' },
  { target: '点検区分', fields: [193, 195], word: '社内A', result: '社内点検' },
  { target: '項目', fields: [195, 198], word: '算定', result: '診療行為', code: '111000110', name: '規則の品目' },
  { target: '項目', fields: [197, 199], word: '１', result: 'その他', code: 'R1', name: '数のある補足' },
];

function tableOf(rules: readonly OwnRule[]): readonly RuleLine[] {
  return rules.map(({ target, fields, word, result, code = '', name = '' }, index) => ({ line: index + 2, cells: [target, fields.join('/'), '含む', word, result, code, name] }));
}

/** Masters over half of the items, under names that no text has. */
function masterFiles(names: ReadonlyMap<string, string>): Blob[] {
  const line = (columns: number, cells: Readonly<Record<number, string>>): string => Array.from({ length: columns }, (_, index) => `"${cells[index + 1] ?? ''}"`).join(',');
  return KINDS.map((kind) => {
    const own = [...names].filter(([key]) => key.startsWith(kind));
    return new Blob([own.map(([key, name]) => line(150, { 2: kind === '医薬品' ? 'Y' : 'S', 3: key.split(' ')[1] ?? '', 5: name })).join('\r\n')]);
  }).filter(({ size }) => size > 0);
}

describe('lists, masters and rules together: the app and the independent computation write the same files', () => {
  for (let seed = 1; seed <= 16; seed++) {
    it(`seed ${String(seed)}`, async () => {
      const files = makeMess(`together ${String(seed)}`);
      const { records } = compute(files, BASE);
      const coded = [...new Set(records.flatMap(({ items }) => items.filter(({ kind, code }) => /^[16]\d{8}$/u.test(code) && kind !== 'その他').map(({ kind, code }) => `${kind} ${code}`)))];
      const names = new Map(coded.filter((_, index) => index % 3 > 0).map((key, index) => [key, `台帳の品目${String(index)}番`]));
      const claims = [...new Map(records.map((record) => [record.applicationId, record])).values()]
        .filter(({ key }) => key !== '')
        .map(({ key, requestMonth, items }) => ({ key, month: requestMonth, items: items.map(({ kind, code, name }) => ({ code, name: names.get(`${kind} ${code}`) ?? name })) }));
      const list = makeApplicationList(`together ${String(seed)}`, claims);
      const lists = { applications: { text: list.text, columns: list.columns }, exclusions: makeExclusionList(String(seed), claims) };
      const app = await loadIntoApp(files);
      const { workbench } = app;
      const { key, month = null, code = null, name = null, checkType = null, points = null } = list.columns;
      const steps = [
        () => workbench.useApplications(new Blob([new Uint8Array(list.bytes)]), '申出.csv', { key, month, code, name, checkType, points }),
        () => workbench.useMasters(masterFiles(names).map((file, id) => ({ id, file, name: `m${String(id)}.csv`, columns: null }))),
        () => workbench.useRules(tableOf(RULES)),
        () => workbench.useExclusions(new Blob([lists.exclusions]), '点検除外.csv'),
      ];
      // What came first makes no difference.
      for (let turn = 0; turn < steps.length; turn++) expect(await steps[(turn + seed) % steps.length]?.()).toMatchObject({ ok: true });
      for (const keepsExcluded of [false, true]) {
        for (const countsListed of [false, true]) {
          const options = { ...BASE, lists: { ...lists, keepsExcluded, countsListed }, own: { rules: RULES, names: names.size > 0 ? names : null } };
          const expected = compute(files, options);
          const written = await filesOfApp(app, options);
          for (const file of TABLES) expect(written[file].split('\r\n'), file).toEqual(expected.files[file].split('\r\n'));
        }
      }
    }, 60_000);
  }
});
