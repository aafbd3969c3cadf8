import { parseArgs } from 'node:util';

/** What the command line asks for; every value is one the app itself offers. */
export interface ReportArguments {
  /** As typed, relative to the caller's folder. */
  readonly out: string;
  readonly files: readonly string[];
  /** 対応表, 申出データ and 点検除外データ, as typed; null where not given. */
  readonly rules: string | null;
  readonly applications: string | null;
  readonly exclusions: string | null;
  /** Master files, as typed. */
  readonly masters: readonly string[];
  readonly denominator: 'decided' | 'applied';
  readonly attribution: 'full' | 'equal' | 'single';
  readonly grain: 'auto' | 'row' | 'receipt';
  readonly axis: 'request' | 'result';
  /** `2024-04`; null where the period is open. */
  readonly from: string | null;
  readonly to: string | null;
  /** Inspected claims by month (`2024-04`). */
  readonly inspected: ReadonlyMap<string, number>;
  /** Null where no decisions are asked for. */
  readonly decide: DecideArguments | null;
}

/** How to decide; shares are 0 to 1, null leaves the settings file's or the default. */
export interface DecideArguments {
  readonly threshold: number | null;
  readonly maxFreed: number | null;
  readonly certainty: number | null;
  /** A settings file, relative to the caller's folder. */
  readonly settings: string | null;
}

export const USAGE = `Usage: npm run report -- --out DIR [options] FILE...
  --rules F                       the user's 対応表, before the shipped rules
  --master F                      a master of names (repeatable; .csv, .txt or .zip)
  --applications F                the contractor's list of applications (申出データ)
  --exclusions F                  the claims that the insurer excludes (点検除外データ)
  --denominator decided|applied   what rates are divided by (default decided)
  --attribution full|equal|single points of a claim that names several items (default full)
  --grain auto|row|receipt        what one figure of 増減点数 stands for (default auto)
  --axis request|result           the period's axis (default request)
  --from YYYY-MM --to YYYY-MM     the period on that axis, both ends included
  --inspected YYYY-MM=COUNT       claims inspected in a month (repeatable)
  --decide                        writes decisions.csv and backtest.json too, by these settings:
    --threshold SHARE             rule A: medical 原審 above this (default 0.7)
    --max-freed SHARE             rule B: at most this share of slots is freed (default 0.15)
    --certainty SHARE             rule B: probability of bringing less than the rest (default 0.6)
    --settings FILE               a settings file saved by the app
Exit: 0 all files used, 3 some not, 1 none, 2 wrong usage.`;

const CHOICES = {
  denominator: ['decided', 'applied'],
  attribution: ['full', 'equal', 'single'],
  grain: ['auto', 'row', 'receipt'],
  axis: ['request', 'result'],
} as const;

const SHARES = ['threshold', 'max-freed', 'certainty'] as const;
const SHARE = /^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/u;

const MONTH = /^20\d{2}-(?:0[1-9]|1[0-2])$/u;

/** Reads the arguments, or says in one sentence what is wrong with them. */
export function readArguments(args: readonly string[]): ReportArguments | { readonly wrong: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        denominator: { type: 'string', default: 'decided' },
        attribution: { type: 'string', default: 'full' },
        grain: { type: 'string', default: 'auto' },
        axis: { type: 'string', default: 'request' },
        from: { type: 'string' },
        to: { type: 'string' },
        inspected: { type: 'string', multiple: true, default: [] },
        rules: { type: 'string' },
        master: { type: 'string', multiple: true, default: [] },
        applications: { type: 'string' },
        exclusions: { type: 'string' },
        decide: { type: 'boolean', default: false },
        threshold: { type: 'string' },
        'max-freed': { type: 'string' },
        certainty: { type: 'string' },
        settings: { type: 'string' },
      },
    });
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.out === undefined || values.out === '') return { wrong: '--out DIR is missing' };
  if (positionals.length === 0) return { wrong: 'no file was named' };
  for (const [option, allowed] of Object.entries(CHOICES)) {
    const value = values[option as keyof typeof CHOICES];
    if (!(allowed as readonly string[]).includes(value)) return { wrong: `--${option} is one of ${allowed.join(', ')}, not ${value}` };
  }
  for (const option of ['from', 'to'] as const) {
    const month = values[option];
    if (month !== undefined && !MONTH.test(month)) return { wrong: `--${option} is a month like 2024-04, not ${month}` };
  }
  if (values.from !== undefined && values.to !== undefined && values.from > values.to) return { wrong: '--from is after --to' };
  for (const option of ['rules', 'applications', 'exclusions'] as const) if (values[option] === '') return { wrong: `--${option} F is missing its file` };
  if (values.master.includes('')) return { wrong: '--master F is missing its file' };
  for (const option of SHARES) {
    const share = values[option];
    if (share !== undefined && !SHARE.test(share)) return { wrong: `--${option} is a share like 0.7, not ${share}` };
  }
  const given = ([...SHARES, 'settings'] as const).filter((option) => values[option] !== undefined);
  if (!values.decide && given.length > 0) return { wrong: `--${given.join(' and --')} without --decide` };
  const inspected = new Map<string, number>();
  for (const each of values.inspected) {
    const [month = '', count = ''] = each.split('=');
    if (!MONTH.test(month) || !/^\d{1,12}$/u.test(count)) return { wrong: `--inspected is like 2024-04=1000000, not ${each}` };
    inspected.set(month, Number(count));
  }
  return {
    out: values.out,
    files: positionals,
    rules: values.rules ?? null,
    applications: values.applications ?? null,
    exclusions: values.exclusions ?? null,
    masters: values.master,
    denominator: values.denominator as ReportArguments['denominator'],
    attribution: values.attribution as ReportArguments['attribution'],
    grain: values.grain as ReportArguments['grain'],
    axis: values.axis as ReportArguments['axis'],
    from: values.from ?? null,
    to: values.to ?? null,
    inspected,
    decide: values.decide
      ? {
          threshold: shareOf(values.threshold),
          maxFreed: shareOf(values['max-freed']),
          certainty: shareOf(values.certainty),
          settings: values.settings ?? null,
        }
      : null,
  };
}

function shareOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
