import * as v from 'valibot';
import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { type LedgerEntry, STATUSES } from './ledger.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import { VERDICTS, type Verdict } from './propose.ts';
import { DEFAULT_LIMITS, type Limits, type Refill, type Scenario } from './scenario.ts';

/** A decision of the user's in place of the proposal. */
export interface Override {
  /** `種類:コード`. */
  readonly item: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** What is kept between two sittings: settings and decisions, no claim data. */
export interface Settings {
  readonly policy: Policy;
  readonly limits: Limits;
  /** What fills freed slots, the same in all scenarios, so that they can be compared. */
  readonly refill: Refill;
  /** How far the share of a check type may move, 0 to 1. */
  readonly shareRoom: number;
  readonly overrides: readonly Override[];
  readonly scenarios: readonly Scenario[];
  readonly ledger: readonly LedgerEntry[];
}

export const FIRST_SETTINGS: Settings = {
  policy: DEFAULT_POLICY,
  limits: DEFAULT_LIMITS,
  refill: { kind: 'mean' },
  shareRoom: 0.05,
  overrides: [],
  scenarios: [],
  ledger: [],
};

const FORMAT = 'saishinsa-workbench settings';
const VERSION = 3;

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite());
const month = v.pipe(v.number(), v.integer(), v.minValue(200_001), v.maxValue(209_912), v.check((each) => each % 100 >= 1 && each % 100 <= 12));
const text = v.pipe(v.string(), v.maxLength(2000));

const policy = v.strictObject({
  threshold: share,
  thresholdCertainty: share,
  fewestDecided: count,
  certainty: share,
  maxFreed: share,
  keepBelow: share,
  halfLife: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(1200))),
});
const steps = v.array(v.strictObject({ status: v.picklist(STATUSES), on: v.pipe(v.string(), v.isoDate()), who: text, note: text }));
const figures = v.nullable(
  v.strictObject({ applications: count, decided: count, upheld: count, effect: amount, lower: amount, upper: amount, belowReference: share }),
);
const firstEntry = {
  id: count,
  kind: text,
  code: text,
  name: text,
  checkType: v.nullable(text),
  status: v.picklist(STATUSES),
  reason: text,
  from: v.nullable(month),
  to: v.nullable(month),
  reviewBy: v.nullable(month),
  figures,
  steps,
};
const entry = v.strictObject({ ...firstEntry, trialQuota: count, successor: v.nullable(text) });
const override = v.strictObject({ item: text, verdict: v.picklist(VERDICTS), reason: text });
const refill = v.variant('kind', [
  v.strictObject({ kind: v.literal('mean') }),
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('given'), points: amount }),
]);
const scenario = v.strictObject({ name: text, excluded: v.array(text) });
const limits = v.strictObject({ floor: count, byGroup: v.strictTuple([count, count, count]) });
const head = { format: v.literal(FORMAT), savedOn: text };

/** The first form: before scenarios, limits, trial quotas and successors. */
const first = v.strictObject({ ...head, version: v.literal(1), policy, overrides: v.array(override), ledger: v.array(v.strictObject(firstEntry)) });
const body = {
  policy,
  limits,
  refill,
  shareRoom: share,
  overrides: v.array(override),
  scenarios: v.array(scenario),
  ledger: v.pipe(v.array(entry), v.check((entries) => new Set(entries.map(({ id }) => id)).size === entries.length)),
};
/** The second form: before the papers. */
const second = v.strictObject({ ...head, version: v.literal(2), ...body });
const current = v.strictObject({ ...head, version: v.literal(VERSION), ...body, papers: v.record(v.string(), v.unknown()) });

/** What a settings file holds. */
export interface SavedSettings {
  readonly settings: Settings;
  /** What is typed in for the papers, which know how to read it; null where the file is older than these. */
  readonly papers: Readonly<Record<string, unknown>> | null;
}

/** The file's text. @param savedOn `2024-06-30` */
export function writeSettings(settings: Settings, papers: object, savedOn: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, savedOn, ...settings, papers }, null, 2)}\n`;
}

/** Reads a settings file of this or an older version, or refuses it whole. */
export function readSettings(content: string): Outcome<SavedSettings> {
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\ufeff/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return failed(failure('settings_not_json'));
    throw error;
  }
  const kind = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer(), v.minValue(1)) }), json);
  if (!kind.success) return failed(failure('settings_foreign'));
  const { version } = kind.output;
  if (version > VERSION) return failed(failure('settings_newer', { version }));
  if (version === 1) {
    const old = v.safeParse(first, json);
    if (!old.success) return failed(damaged(old.issues[0]));
    const { policy: rules, overrides, ledger } = old.output;
    const settings = { ...FIRST_SETTINGS, policy: rules, overrides, ledger: ledger.map((each) => ({ ...each, trialQuota: 0, successor: null })) };
    return done({ settings, papers: null });
  }
  const read = v.safeParse(version === 2 ? second : current, json);
  if (!read.success) return failed(damaged(read.issues[0]));
  const { policy: rules, limits: ceilings, refill: filling, shareRoom, overrides, scenarios, ledger } = read.output;
  const papers = 'papers' in read.output ? read.output.papers : null;
  return done({ settings: { policy: rules, limits: ceilings, refill: filling, shareRoom, overrides, scenarios, ledger }, papers });
}

function damaged(issue: v.BaseIssue<unknown>): ReturnType<typeof failure> {
  return failure('settings_damaged', { place: v.getDotPath(issue) ?? '' });
}
