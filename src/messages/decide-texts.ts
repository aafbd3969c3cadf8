import type { BacktestTotals } from '../decide/backtest.ts';
import type { DecidedLine } from '../decide/decided-line.ts';
import type { Policy } from '../decide/policy.ts';
import type { Verdict } from '../decide/propose.ts';
import { grouped, monthText } from './ja.ts';

const TENTHS = new Intl.NumberFormat('ja-JP', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const VERDICT_TEXTS: Readonly<Record<Verdict, string>> = { exclude: '除外候補', keep: '継続', dormant: '休眠', watch: '様子見' };

/** Points for eyes: whole from 100 on, else one decimal. */
export function pointsText(points: number): string {
  return Math.abs(points) >= 99.95 ? grouped(Math.round(points)) : tenths(points);
}

/** 14.26 → 14.3. */
export function tenths(count: number): string {
  return TENTHS.format(Math.round(count * 10) / 10 || 0);
}

/** 0.634 → 63%. Certainty is never claimed. */
export function probabilityText(share: number): string {
  if (share < 0.005) return '1%未満';
  if (share >= 0.995) return '99%超';
  return `${String(Math.round(share * 100))}%`;
}

function percentText(share: number): string {
  return `${String(Math.round(share * 1000) / 10)}%`;
}

/** The proposal's reason in one sentence, from the line's own numbers. */
export function reasonText({ estimate, proposal }: DecidedLine, policy: Policy, dormantBefore: number | null): string {
  const effect = `1件当たり期待効果 ${pointsText(estimate.effect.mean)}点（90%区間 ${pointsText(estimate.effect.lower)}–${pointsText(estimate.effect.upper)}）`;
  const mean = `残す項目の平均 ${pointsText(proposal.reference)}点`;
  const below = `${mean}を下回る確率 ${probabilityText(proposal.belowReference)}`;
  const upheld =
    `医学的な原審率が ${percentText(policy.threshold)}を超える確率 ${probabilityText(proposal.aboveThreshold)}` +
    `（査定 ${tenths0(estimate.tally.reduced)}・返戻 ${tenths0(estimate.tally.returned)}・医学的原審 ${tenths0(estimate.tally.upheld)}）`;
  switch (proposal.verdict) {
    case 'exclude': {
      const gain = `月 ${tenths(proposal.freedSlots)}件の枠が空き、効果は月 ${signedPoints(proposal.gain)}点の見込みです。`;
      const why = [...(proposal.byUphold ? [upheld] : []), ...(proposal.byEffect ? [`${effect}が${below}`] : [])].join('、');
      return `${why}のため除外候補です。${gain}`.replace('です。月', 'で、月');
    }
    case 'keep':
      return `${effect}が${below}と低いため、続けます。`;
    case 'dormant':
      return `${dormantBefore === null ? '直近' : `${monthText(dormantBefore)}以降`}、申出がないため休眠とし、除外は提案しません。`;
    case 'watch':
      return watchText({ estimate, proposal }, policy, effect, below);
  }
}

function watchText(
  { proposal }: Pick<DecidedLine, 'estimate' | 'proposal'>,
  policy: Policy,
  effect: string,
  below: string,
): string {
  const further = proposal.further === null ? '' : `あと約 ${grouped(proposal.further)}件の結果が出れば判断できる見込みです`;
  switch (proposal.watch) {
    case 'limit_reached':
      return `${effect}が${below}ですが、空ける枠の上限 ${percentText(policy.maxFreed)}に達したため様子見です。`;
    case 'no_evidence':
      return `査定・原審の結果がまだないため様子見で${further === '' ? 'す' : `、${further}`}。`;
    case 'needs_more':
      return `${effect}が${below}で決め手に欠けるため様子見で、${further}。`;
    case 'about_average':
    case null:
      return `${effect}が${below}と平均に近く、結果が増えても差がつきにくいため様子見です。`;
  }
}

/** Whole counts as they are; shares of applications that name several items with one decimal. */
function tenths0(count: number): string {
  return Number.isInteger(count) ? grouped(count) : tenths(count);
}

/** +1,234; 0 has no sign. */
export function signedPoints(points: number): string {
  if (Math.abs(points) < 0.05) return '0';
  return `${points < 0 ? '-' : '+'}${pointsText(Math.abs(points))}`;
}

/** A user's decision and what it replaces. */
export function overrideText({ override, proposal }: DecidedLine): string {
  return override === null ? '' : `${override.reason}（提案は${VERDICT_TEXTS[proposal.verdict]}）`;
}

/** What the trial on past months shows, to be read out at the city hall. */
export function backtestText(totals: BacktestTotals & { readonly naive: BacktestTotals }): string {
  const { months, freed, applications, effectPerSlotAll, effectPerSlotKept, effectPerSlotExcluded, judged, below, naive } = totals;
  if (months === 0) return '結果が 8割以上そろった月がまだないため、全体の成績は出せません。';
  if (effectPerSlotExcluded === null || effectPerSlotKept === null || effectPerSlotAll === null) {
    return `過去 ${grouped(months)}か月で試しましたが、除外を提案する申出はありませんでした。`;
  }
  const raw = naive.effectPerSlotKept === null ? '' : `（単純な「原審率 70%超・10件以上」で外すと ${pointsText(naive.effectPerSlotKept)}点）`;
  return (
    `過去 ${grouped(months)}か月について、その時点までの結果だけで除外を決め、翌月の申出で確かめました。` +
    `外すとした ${grouped(freed)}件（申出 ${grouped(applications)}件の ${percentText(freed / applications)}）は 1件当たり ${pointsText(effectPerSlotExcluded)}点しか効果がなく、` +
    `残した申出は ${pointsText(effectPerSlotKept)}点、何も外さないと ${pointsText(effectPerSlotAll)}点でした${raw}。` +
    `外すとした項目のうち ${judged === 0 ? '—' : percentText(below / judged)}（${grouped(below)}/${grouped(judged)}）が、実際に残した申出の平均を下回りました。`
  );
}
