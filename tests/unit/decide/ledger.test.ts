import { describe, expect, it } from 'vitest';
import { type LedgerEntry, type NewEntry, type Status, advance, enter, inForce, isDue, violationsOf } from '../../../src/decide/ledger.ts';
import { FIRST_SETTINGS, readSettings, writeSettings } from '../../../src/decide/settings-file.ts';
import { exclusionsFile } from '../../../src/report/decision-files.ts';

const ITEM: NewEntry = { kind: '医薬品', code: '610000001', name: '=薬, 5mg', checkType: null, reason: '期待効果が平均を下回る', figures: null };
const ON = { on: '2024-06-30', who: '山田', note: '' };

function entered(): LedgerEntry {
  const ledger = enter([], ITEM, ON);
  const first = ledger.ok ? ledger.value[0] : undefined;
  if (first === undefined) throw new Error('refused');
  return first;
}

function after(entry: LedgerEntry, ...steps: readonly (readonly [Status, number])[]): LedgerEntry {
  return steps.reduce((now, [status, month]) => {
    const next = advance(now, { ...ON, status }, month);
    if (!next.ok) throw new Error(next.failure.code);
    return next.value;
  }, entry);
}

describe('the ledger', () => {
  it('an exclusion holds from its month until the month before it is lifted, and is due six months on', () => {
    const approved = after(entered(), ['approved', 202407]);
    expect(approved).toMatchObject({ status: 'approved', from: 202407, to: null, reviewBy: 202501 });
    const lifted = after(approved, ['in_force', 202407], ['lifted', 202503]);
    expect(lifted.to).toBe(202502);
    expect(lifted.steps.map(({ status }) => status)).toEqual(['proposed', 'approved', 'in_force', 'lifted']);
    expect([202406, 202407, 202502, 202503].map((month) => inForce([lifted], month).length)).toEqual([0, 1, 1, 0]);
    expect([isDue(approved, 202412), isDue(approved, 202501), isDue(lifted, 202501)]).toEqual([false, true, false]);
  });

  it('refuses steps out of order and an item that is in it already', () => {
    expect(advance(entered(), { ...ON, status: 'in_force' }, 202407)).toMatchObject({ ok: false, failure: { code: 'step_not_allowed' } });
    expect(enter([entered()], ITEM, ON)).toMatchObject({ ok: false, failure: { code: 'already_excluded' } });
    expect(enter([after(entered(), ['rejected', 202407])], ITEM, ON)).toMatchObject({ ok: true });
  });

  it('tells violations apart from trials', () => {
    const held = { ...after(entered(), ['approved', 202407], ['in_force', 202407]), trialQuota: 2 };
    const counts = new Map([[202406, 9], [202407, 5], [202408, 1]]);
    expect(violationsOf([held], () => counts).map(({ month, trials, violations }) => [month, trials, violations])).toEqual([
      [202407, 2, 3],
      [202408, 1, 0],
    ]);
  });

  it('writes what is in force for the inspection system', () => {
    const held = after(entered(), ['approved', 202407]);
    expect(exclusionsFile([held, entered()], 202408)).toBe(
      "\ufeff種類,コード,名称,点検区分,適用開始,適用終了,理由\r\n医薬品,610000001,\"'=薬, 5mg\",,2024-07,,期待効果が平均を下回る\r\n",
    );
  });
});

describe('the settings file', () => {
  const settings = {
    ...FIRST_SETTINGS,
    overrides: [{ item: '医薬品:610000001', verdict: 'keep' as const, reason: '市の指示' }],
    scenarios: [{ name: '案1', excluded: ['医薬品:610000001'] }],
    refill: { kind: 'given' as const, points: 12.5 },
    ledger: [after(entered(), ['approved', 202407])],
  };
  const papers = { title: '報告', least: 10 };
  const written = writeSettings(settings, papers, '2024-06-30');
  const changed = (change: (file: Record<string, unknown>) => void): string => {
    const file = JSON.parse(written) as Record<string, unknown>;
    change(file);
    return JSON.stringify(file);
  };

  it('gives back what was written', () => {
    expect(readSettings(written)).toEqual({ ok: true, value: { settings, papers } });
  });

  it('of the first version loads, with what it did not know at its default', () => {
    const old = changed((file) => {
      file.version = 1;
      for (const key of ['limits', 'refill', 'shareRoom', 'scenarios', 'papers']) Reflect.deleteProperty(file, key);
      for (const entry of file.ledger as Record<string, unknown>[]) for (const key of ['trialQuota', 'successor']) Reflect.deleteProperty(entry, key);
    });
    const { limits, refill, shareRoom, scenarios } = FIRST_SETTINGS;
    expect(readSettings(old)).toEqual({ ok: true, value: { settings: { ...settings, limits, refill, shareRoom, scenarios }, papers: null } });
  });

  it('of the second version loads, and leaves the papers as they are', () => {
    const old = changed((file) => {
      file.version = 2;
      Reflect.deleteProperty(file, 'papers');
    });
    expect(readSettings(old)).toEqual({ ok: true, value: { settings, papers: null } });
  });

  it.each([
    ['no JSON', written.slice(0, -20), 'settings_not_json'],
    ['another file', '{"months":[]}', 'settings_foreign'],
    ['a newer version', changed((file) => (file.version = 4)), 'settings_newer'],
    ['a share above 1', changed((file) => ((file.policy as { threshold: number }).threshold = 1.5)), 'settings_damaged'],
    ['an unknown status', changed((file) => (((file.ledger as { status: string }[])[0] as { status: string }).status = 'gone')), 'settings_damaged'],
    ['a month 13', changed((file) => (((file.ledger as { from: number }[])[0] as { from: number }).from = 202413)), 'settings_damaged'],
    ['something missing', changed((file) => Reflect.deleteProperty(file, 'overrides')), 'settings_damaged'],
    ['something unknown', changed((file) => (file.claims = [])), 'settings_damaged'],
    ['two entries of one number', changed((file) => (file.ledger as unknown[]).push((file.ledger as unknown[])[0])), 'settings_damaged'],
  ])('is refused whole: %s', (_, content, code) => {
    expect(readSettings(content)).toMatchObject({ ok: false, failure: { code } });
  });

  it('tells where it is damaged', () => {
    expect(readSettings(changed((file) => ((file.policy as { threshold: number }).threshold = 1.5)))).toMatchObject({
      failure: { facts: { place: 'policy.threshold' } },
    });
  });
});
