import { failure } from '../core/failure.ts';
import { type Outcome, done, failed } from '../core/outcome.ts';
import { type BacktestMonth, backtest, backtestMonths } from '../decide/backtest.ts';
import { calendar } from '../decide/calendar.ts';
import { type Findings, estimate } from '../decide/estimate.ts';
import type { Learning } from '../decide/learning.ts';
import type { Policy } from '../decide/policy.ts';
import { type LearningSubject, learningApplicationsStatement, learningPartsStatement } from '../metrics/learning-statements.ts';
import type { Choices, Scope } from '../metrics/scope.ts';
import { recordShapeOf } from '../metrics/scope-definition.ts';
import type { Asker } from './asker.ts';
import type { LoadedRecords } from './loaded-records.ts';
import { learningOf } from './read-learning.ts';
import type { Turns } from './turns.ts';
import { type Visible, measureOf } from './visible.ts';

/** What deciding learns from the applications in scope, and how it would have fared. */
export function decideCalls(records: LoadedRecords, asker: Asker, turns: Turns) {
  /** What was learned last: several questions are about the same. */
  let last: { readonly visible: Visible; readonly key: string; readonly learning: Learning } | null = null;

  async function learn(scope: Scope, choices: Choices, subject: LearningSubject): Promise<Outcome<Learning>> {
    const { visible } = records;
    if (visible === null) return failed(failure('cancelled'));
    const key = JSON.stringify([scope, choices, subject]);
    if (last?.visible === visible && last.key === key) return done(last.learning);
    last = null;
    const learning = await ask(visible, scope, choices, subject);
    if (learning.ok) last = { visible, key, learning: learning.value };
    return learning;
  }

  async function ask(visible: Visible, scope: Scope, choices: Choices, subject: LearningSubject): Promise<Outcome<Learning>> {
    const lines = asker.linesOf(visible, choices, subject);
    const { grain } = measureOf(choices, visible);
    const shape = recordShapeOf(scope);
    await asker.bind(visible, scope, choices, lines, shape);
    const applications = await asker.columns(learningApplicationsStatement(shape, grain));
    if (!applications.ok) return applications;
    const parts = await asker.columns(learningPartsStatement(shape, lines, grain));
    return parts.ok ? done(learningOf(applications.value, parts.value, (line) => visible.names.nameOf(lines, line))) : parts;
  }

  return {
    findings: (scope: Scope, choices: Choices, subject: LearningSubject, halfLife: number | null): Promise<Outcome<Findings>> =>
      turns.now(async () => {
        const learning = await learn(scope, choices, subject);
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
