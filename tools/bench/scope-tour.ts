import type { TableCall } from './in-page/probe.ts';
import type { MeasuredPage } from './measured-browser.ts';

/** One table the app asked its engine for. */
export interface TimedTable {
  /** The call's arguments, as the engine worker got them. */
  readonly args: readonly unknown[];
  /** From the question to the answer, as the page sees it, behind questions that were asked before. */
  readonly roundTripMs: number;
  /** Without the wait for answers to earlier questions. */
  readonly ownMs: number;
  readonly total: unknown;
  readonly lines: number;
}

const SCREENS = ['summary', 'items', 'check-types'] as const;

/** What a user narrows and chooses, as the address tells it; the first ones alone are a fair choice. */
const SCOPES: readonly Readonly<Record<string, string>>[] = [
  {},
  { from: '2024-10', to: '2025-03' },
  { region: 'in' },
  { check: '突合点検' },
  { grain: 'row', points: 'equal' },
  { grain: 'receipt' },
  { axis: 'result', from: '2025-04', to: '2026-03', fee: '1' },
  { result: 'reduced' },
  { region: 'out' },
  { fee: '3,4' },
  { check: '縦覧点検,横覧点検' },
  { grain: 'row', points: 'single' },
  { grain: 'receipt', points: 'equal' },
  { grain: 'receipt', region: 'in', from: '2024-10', to: '2025-09' },
];

/** A user looks at what was imported before narrowing it, and at what is shown before narrowing it otherwise. Meanwhile the app looks ahead. */
const FIRST_LOOK_MS = 1500;
const LOOK_MS = 500;

/** How long the tour is: so many of the scopes on every screen, all over again in each round. */
export interface Tour {
  readonly scopes: number;
  readonly rounds: number;
}

export const ALL_SCOPES = SCOPES.length;

/** Changes the scope on every screen and times every table that is asked for. */
export async function tourScopes(page: MeasuredPage, { scopes, rounds }: Tour): Promise<TimedTable[]> {
  const places = [{ item: await firstItem(page) }, ...SCOPES.slice(0, scopes)];
  const tables: TimedTable[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const screen of SCREENS) {
      for (const scope of places) {
        const query = new URLSearchParams(scope).toString();
        await page.page.waitForTimeout(tables.length === 0 ? FIRST_LOOK_MS : LOOK_MS);
        tables.push(...timed(await page.visit(query === '' ? `#/${screen}` : `#/${screen}?${query}`)));
      }
    }
  }
  return tables;
}

/** Asks the questions of a tour again, each alone and several times, so that no drawing of the page stands in between. */
export async function askAlone({ page }: MeasuredPage, tables: readonly TimedTable[], rounds: number): Promise<TimedTable[]> {
  const questions = new Map(tables.map(({ args }) => [JSON.stringify(args), args]));
  const answers: TimedTable[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const args of questions.values()) {
      const [scope, ...others] = args;
      // Answers of another round are not taken from what was kept.
      const asked = [{ ...(scope as object), round }, ...others];
      const calls = await page.evaluate(async (question) => {
        const before = window.probe.calls.length;
        await window.probe.ask(question);
        return window.probe.calls.slice(before);
      }, asked);
      answers.push(...timed(calls).map((each) => ({ ...each, args })));
    }
  }
  return answers;
}

async function firstItem(page: MeasuredPage): Promise<string> {
  const calls = await page.visit('#/items');
  const item = calls.map(({ answer }) => answer?.firstItem ?? '').find((first) => first !== '');
  if (item === undefined) throw new Error('the item table has no line');
  return item;
}

/** The engine answers in the order it is asked. */
function timed(calls: readonly TableCall[]): TimedTable[] {
  return calls.map(({ args, sent, answered, answer }, index) => {
    if (answer === null) throw new Error(`no table was answered to ${JSON.stringify(args)}`);
    const free = calls[index - 1]?.answered ?? sent;
    return { args, roundTripMs: answered - sent, ownMs: answered - Math.max(sent, free), total: answer.total, lines: answer.lines };
  });
}
