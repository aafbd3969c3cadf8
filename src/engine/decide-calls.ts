import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { type BacktestMonth, backtest, backtestMonths } from '../decide/backtest.ts';
import { calendar } from '../decide/calendar.ts';
import { type Findings, estimate } from '../decide/estimate.ts';
import type { Learning } from '../decide/learning.ts';
import type { Policy } from '../decide/policy.ts';
import { type LearningDimension, isLearnedAbout, learningApplicationsStatement, learningPartsStatement } from '../metrics/learning-statements.ts';
import type { Choices, Scope } from '../metrics/scope.ts';
import type { Asker } from './asker.ts';
import type { LoadedRecords } from './loaded-records.ts';
import { learningOf } from './read-learning.ts';
import type { Turns } from './turns.ts';
import { type Visible, measureOf } from './visible.ts';

/** What deciding learns from the applications in scope; those last asked for are kept, for several questions are about the same. */
export function decideCalls(records: LoadedRecords, asker: Asker, turns: Turns) {
  let last: { readonly visible: Visible; readonly key: string; readonly learning: Learning } | null = null;

  async function learn(scope: Scope, choices: Choices, dimension: LearningDimension): Promise<Outcome<Learning>> {
    const { visible } = records;
    if (visible === null) return failed(failure('cancelled'));
    const key = JSON.stringify([scope, choices, dimension]);
    if (last?.visible === visible && last.key === key) return done(last.learning);
    const lines = asker.linesOf(visible, choices, dimension);
    if (!isLearnedAbout(lines)) throw new TypeError(`nothing is learned about ${lines}`);
    asker.bind(visible, scope, choices, lines);
    const { grain } = measureOf(choices, visible);
    const applications = await asker.columns(learningApplicationsStatement(grain));
    if (!applications.ok) return applications;
    const parts = await asker.columns(learningPartsStatement(lines, grain));
    if (!parts.ok) return parts;
    const learning = learningOf(applications.value, parts.value, (line) => visible.names.nameOf(lines, line));
    last = { visible, key, learning };
    return done(learning);
  }

  return {
    findings: (scope: Scope, choices: Choices, dimension: LearningDimension, halfLife: number | null): Promise<Outcome<Findings>> =>
      turns.now(async () => {
        const learning = await learn(scope, choices, dimension);
        if (!learning.ok) return learning;
        return done({
          estimates: estimate(learning.value, { through: null, halfLife }),
          calendar: calendar(learning.value),
          backtestMonths: backtestMonths(learning.value),
        });
      }),

    backtest: (scope: Scope, choices: Choices, through: number, policy: Policy): Promise<Outcome<BacktestMonth>> =>
      turns.now(async () => {
        const learning = await learn(scope, choices, 'item');
        return learning.ok ? done(backtest(learning.value, through, policy)) : learning;
      }),
  };
}
