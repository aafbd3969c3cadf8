import type { ItemKind, PlantedItem } from './application.ts';
import { at, Random, zipfSampler } from './random.ts';

export interface CatalogueItem extends PlantedItem {
  /** As a text would write it, full width; `name` is its NFKC form. */
  readonly written: string;
  readonly rank: number;
  readonly upheldRate: number;
  readonly medianPoints: number;
}

/** Draws an item for a claim of this fee table, long tailed. */
export type DrawItem = (random: Random, feeTable: number) => CatalogueItem;

const DRUG_HEADS = ['架空', 'ミホン', 'モギ', 'カクー', 'サンプ', 'レイジ', 'ソラメ', 'ツクリ', 'ナゾル', 'ヒナガ', 'ユメカ', 'タメシ', 'ニセロ', 'クウソ'] as const;
const DRUG_TAILS = ['ジピン', 'スタチン', 'プリル', 'サルタン', 'チジン', 'マイシン', 'フェナク', 'ゾール', 'ドロン', 'グリプ', 'ラミン', 'キサン', 'ペラム', 'トロール'] as const;
const DRUG_FORMS = ['錠', '錠', '錠', 'カプセル', 'ＯＤ錠', '細粒', '点眼液', '注', '軟膏', 'テープ'] as const;
const STRENGTHS = ['５ｍｇ', '１０ｍｇ', '２．５ｍｇ', '２０ｍｇ', '１００ｍｇ', '１％', '０．１％', '２５０ｍｇ'] as const;
export const MAKERS = ['サンプル', '架空', '見本', '模擬', '仮', '試作'] as const;

const PROCEDURE_HEADS = ['架空', '模擬', '見本', '仮設', '例示', '試験的', '想定', '仮想'] as const;
const PROCEDURE_MIDDLES = ['血清', '尿中', '胸部', '関節', '皮膚', '眼底', '呼吸', '心機能', '腹部', '神経', '骨塩', '聴力', '抗体', '酵素'] as const;
const PROCEDURE_TAILS = ['検査', '測定', '撮影', '処置', '管理料', '指導料', '加算', '定量', '手術', '注射', 'リハビリ', '培養'] as const;
const DENTAL_TAILS = ['充填', '抜歯', '根管処置', '印象採得', '歯周検査', '装着'] as const;
const DISPENSING_TAILS = ['調剤料', '服薬指導料', '一包化加算', '薬学管理料'] as const;
const MATERIAL_TAILS = ['カテーテル', 'ステント', '固定具', '人工骨', 'バルーン', 'ドレーン'] as const;

type Sort = 'procedure' | 'dental' | 'dispensing' | 'drug' | 'material';

/** Codes stand in ranges no real master uses (10…, 39…, 49…, 69…, 78…). */
const SORTS: Readonly<Record<Sort, { lead: string; kind: ItemKind; share: number; tables: readonly number[] }>> = {
  procedure: { lead: '10', kind: '診療行為', share: 34, tables: [1, 2] },
  dental: { lead: '39', kind: '診療行為', share: 7, tables: [3] },
  dispensing: { lead: '49', kind: '診療行為', share: 3, tables: [4] },
  drug: { lead: '69', kind: '医薬品', share: 49, tables: [1, 2, 4] },
  material: { lead: '78', kind: '特定器材', share: 7, tables: [1, 2, 3] },
};

export function inventCatalogue(seed: string, size: number): { items: readonly CatalogueItem[]; draw: DrawItem } {
  const random = new Random(`${seed} catalogue`);
  const names = new Set<string>();
  const codes = new Set<string>();
  const sorts = (Object.keys(SORTS) as Sort[]).map((sort) => [sort, SORTS[sort].share] as const);
  const items: (CatalogueItem & { sort: Sort })[] = [];
  while (items.length < size) {
    const sort = random.weighted(sorts);
    const code = SORTS[sort].lead + random.digits(7);
    const written = inventName(random, sort);
    const name = written.normalize('NFKC');
    if (names.has(name) || codes.has(code)) continue;
    names.add(name);
    codes.add(code);
    const stubborn = random.chance(0.12);
    items.push({
      sort, kind: SORTS[sort].kind, code, name, written, rank: items.length,
      upheldRate: stubborn ? 0.7 + random.next() * 0.25 : 0.08 + random.next() * 0.4,
      medianPoints: Math.min(4000, Math.max(6, Math.round(random.logNormal(90, 0.9)))),
    });
  }
  const byTable = [1, 2, 3, 4].map((table) => {
    const list = items.filter((item) => SORTS[item.sort].tables.includes(table));
    return { list, rank: zipfSampler(list.length) };
  });
  return {
    items,
    draw: (source, feeTable) => {
      const { list, rank } = at(byTable, feeTable - 1);
      return at(list, rank(source));
    },
  };
}

/** No white space and none of 、。，,；; in a name: a text ends it there. */
function inventName(random: Random, sort: Sort): string {
  switch (sort) {
    case 'procedure':
      return random.pick(PROCEDURE_HEADS) + random.pick(PROCEDURE_MIDDLES) + random.pick(PROCEDURE_TAILS) + variant(random);
    case 'dental':
      return random.pick(PROCEDURE_HEADS) + random.pick(DENTAL_TAILS) + variant(random);
    case 'dispensing':
      return random.pick(PROCEDURE_HEADS) + random.pick(DISPENSING_TAILS) + variant(random);
    case 'material':
      return random.pick(PROCEDURE_HEADS) + random.pick(MATERIAL_TAILS) + variant(random);
    case 'drug': {
      const maker = random.chance(0.55) ? `「${random.pick(MAKERS)}」` : '';
      return random.pick(DRUG_HEADS) + random.pick(DRUG_TAILS) + random.pick(DRUG_FORMS) + random.pick(STRENGTHS) + maker;
    }
  }
}

function variant(random: Random): string {
  return random.pick(['', '', '（１）', '（２）', '（Ⅰ）', '（Ⅱ）', '・複雑', '・簡単', '（一連）', '（片側）', '（両側）', '・初回']);
}
