import { type Outcome, done } from '../core/outcome.ts';
import { shownStatement } from '../explore/shown-statement.ts';
import { type Choices, type Dimension, type Scope, scopeVariables } from '../metrics/scope.ts';
import { recordShapeOf, shapeOf } from '../metrics/scope-definition.ts';
import { figuresStatement } from '../metrics/statements.ts';
import type { Asker } from './asker.ts';
import { Cancellation } from './cancellation.ts';
import { engineFailure } from './engine-failure.ts';
import type { Explorer } from './explorer.ts';
import type { LoadedRecords } from './loaded-records.ts';
import type { Turns } from './turns.ts';
import { type Visible, measureOf } from './visible.ts';

/** What 調べる asks. */
export function exploreCalls(explorer: Explorer, records: LoadedRecords, asker: Asker, turns: Turns, cancellation: Cancellation) {
  /** Ends the user's own statement and nothing else. */
  const sqlCancellation = new Cancellation();

  /** Asks about the records in scope; `nothing` is the answer where none are loaded. */
  function explore<T>(scope: Scope, choices: Choices, nothing: T, ask: (visible: Visible) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return turns.now(async () => {
      const { visible } = records;
      if (visible === null) return done(nothing);
      try {
        await asker.bind(visible, scope, choices, 'total', recordShapeOf(scope));
        return await ask(visible);
      } catch (error) {
        return engineFailure(error);
      }
    });
  }

  return {
    columns: (scope: Scope, choices: Choices) => explore(scope, choices, [], (visible) => explorer.overview(visible, scope, cancellation.watch())),

    column: (scope: Scope, choices: Choices, name: string, search: string) =>
      explore(scope, choices, null, (visible) => explorer.profile(visible, scope, name, search, cancellation.watch())),

    findValues: (search: string) =>
      turns.now(() => {
        const { visible } = records;
        return visible === null ? Promise.resolve(done([])) : explorer.findValues(visible, search, cancellation.watch());
      }),

    statement: (scope: Scope, choices: Choices, dimension: Dimension) =>
      turns.now(() => {
        const { visible } = records;
        if (visible === null) return Promise.resolve(done({ sql: '', variables: [] }));
        const measure = measureOf(choices, visible);
        const lines = asker.linesOf(visible, choices, dimension);
        const variables = scopeVariables(scope, measure, lines, visible.names);
        return Promise.resolve(done(shownStatement(figuresStatement(shapeOf(scope, lines), lines, measure), variables)));
      }),

    runSql: (text: string, scope: Scope, choices: Choices, dimension: Dimension) => {
      const isCancelled = sqlCancellation.watch();
      return explore(scope, choices, { columns: [], rows: [], isCut: false }, (visible) => {
        const lines = asker.linesOf(visible, choices, dimension);
        const variables = scopeVariables(scope, measureOf(choices, visible), lines, visible.names);
        return explorer.run(visible, scope, text, variables, isCancelled);
      });
    },

    cancelSql: () => {
      sqlCancellation.cancel();
      return Promise.resolve();
    },
  };
}
