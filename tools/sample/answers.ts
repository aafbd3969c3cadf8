import type { Answer, OutcomeName, PlantedItem } from './application.ts';
import type { CatalogueItem, DrawItem } from './item-catalogue.ts';
import type { Month } from './month-forms.ts';
import type { Random } from './random.ts';

/** Names (206) and codes (207) that federations write for one outcome; what no default rule hits is 未分類. */
const WRITTEN: Readonly<Record<OutcomeName, readonly (readonly [readonly [string, string], number])[]>> = {
  査定: [[['査定', '1'], 90], [['減点査定', '1'], 6], [['一部査定', '1'], 4]],
  返戻: [[['返戻', '2'], 95], [['返戻（再請求）', '2'], 5]],
  原審: [[['原審どおり', '3'], 90], [['原審どおり（査定なし）', '3'], 7], [['原審', '3'], 3]],
  取下げ: [[['取下げ', '4'], 80], [['申出取消', '4'], 15], [['その他', '取下'], 5]],
  対象外: [[['対象外', '5'], 80], [['審査不能', '5'], 20]],
  未分類: [[['再照会中', '8'], 40], [['その他', '9'], 30], [['取り下げ', '4'], 20], [['', '9'], 10]],
  未決: [[['保留', '6'], 100]],
};

const MEDICAL_CAUSES = [
  ['01', '病状の経過から判断'], ['02', '傷病名から判断'], ['03', '投与量は許容範囲'], ['04', '画像から判断'], ['05', '点数表の解釈による'],
  ['06', '材料の使用は妥当'], ['99', 'その他'],
] as const;
const FORMAL_CAUSES = [
  ['99', '参考レセプトの添付がない'], ['99', '申出対象の項目が選択されていない'], ['05', '同一項目に対する再度の申出'], ['99', '参考レセプトが不足'],
] as const;

export interface Question {
  readonly random: Random;
  readonly draw: DrawItem;
  readonly item: CatalogueItem;
  readonly feeTable: number;
  readonly decided: number;
  readonly checkType: string;
}

/** What the federation says to one record, with its own points. */
export function answer(question: Question, month: Month, forced?: OutcomeName): Answer {
  const outcome = forced ?? drawOutcome(question);
  const points = ownPoints(question, outcome);
  const settled = question.decided + (points ?? 0);
  const cause = outcome === '原審' ? drawCause(question.random) : null;
  const { items, text } = supplement(question);
  const [name, code] = question.random.weighted(WRITTEN[outcome]);
  const values: Record<number, string> = { 206: name, 207: code };
  if (cause) Object.assign(values, { 208: cause.text, 209: cause.code });
  if (text) values[210] = text;
  const mismatch = outcome === '査定' && question.random.chance(0.004) ? 10 : 0;
  return { month, outcome, values, points, settled: settled + mismatch, items, cause: cause?.name ?? null };
}

/** Put on hold: named, but without a month. */
export function onHold(): Answer {
  return { month: null, outcome: '未決', values: { 206: '保留', 207: '6' }, points: null, settled: null, items: [], cause: null };
}

/** Under the receipt grain every record repeats what its claim lost altogether. */
export function repeatClaimFigure(answers: readonly Answer[], decided: number): Answer[] {
  const sum = answers.reduce((total, each) => total + (each.points ?? 0), 0);
  const points = answers.some((each) => each.outcome === '返戻') ? -decided : Math.max(sum, -decided);
  return answers.map((each) => ({ ...each, points, settled: decided + points }));
}

function drawOutcome({ random, item, checkType }: Question): OutcomeName {
  const upheld = Math.min(0.97, item.upheldRate * (checkType === '縦覧点検' ? 1.25 : checkType === '突合点検' ? 0.8 : 1));
  const special = random.weighted<OutcomeName | null>([
    [null, 900], ['返戻', 50], ['取下げ', 25], ['対象外', 21], ['未分類', 4],
  ]);
  if (special) return special;
  return random.chance(upheld) ? '原審' : '査定';
}

function ownPoints({ random, item, decided }: Question, outcome: OutcomeName): number | null {
  if (outcome === '返戻') return -decided;
  if (outcome !== '査定') return random.chance(0.8) ? 0 : null;
  const cut = Math.min(decided, Math.max(1, Math.round(random.logNormal(item.medianPoints, 0.7))));
  return random.chance(0.002) ? cut : -cut;
}

function drawCause(random: Random): { name: '形式' | '医学'; code: string; text: string } {
  const formal = random.chance(0.12);
  const [code, text] = formal ? random.pick(FORMAL_CAUSES) : random.pick(MEDICAL_CAUSES);
  return { name: formal ? '形式' : '医学', code, text };
}

/** Field 210 is searched for codes too: it may name an item the application did not. */
function supplement({ random, draw, feeTable }: Question): { items: PlantedItem[]; text: string } {
  if (!random.chance(0.02)) return { items: [], text: '' };
  if (random.chance(0.7)) return { items: [], text: random.pick(['減点は申出のとおり', '一部のみ', '前月分も参照']) };
  const { kind, code, name, written } = draw(random, feeTable);
  return { items: [{ kind, code, name }], text: `${code} ${written} もあわせて査定` };
}
