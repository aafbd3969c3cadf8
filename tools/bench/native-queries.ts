import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { runnerImport } from 'vite';
import type * as native from './native-workbench.ts';
import { kernelPlugin } from '../kernel-plugin.ts';
import type { SampleSet } from './sample-sets.ts';
import type { TimedTable } from './scope-tour.ts';
import { median, sum } from './statistics.ts';

export interface QueryComparison {
  /** Sum of the medians of each question in the browser over that of native DuckDB. */
  readonly ratio: number;
  readonly browserMs: number;
  readonly nativeMs: number;
  readonly questions: number;
  /** Version of native DuckDB. */
  readonly version: string;
}

/** Asks native DuckDB (one thread) what the browser was asked, over the same records, and compares times and answers. */
export async function compareWithNative(set: SampleSet, tables: readonly TimedTable[], rounds: number): Promise<QueryComparison> {
  const { module } = await runnerImport<typeof native>(resolve('tools/bench/native-workbench.ts'), {
    configFile: false,
    logLevel: 'error',
    plugins: [kernelPlugin()],
  });
  const workbench = await module.NativeWorkbench.load(set.files);
  const questions = byQuestion(tables);
  const nativeTimes = new Map<string, number[]>([...questions.keys()].map((question) => [question, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [question, [asked]] of questions) {
      if (asked === undefined) continue;
      const answer = await workbench.table(asked.args, round);
      if (answer.lines !== asked.lines || !isDeepStrictEqual(answer.total, asked.total)) {
        throw new Error(`native DuckDB answers otherwise to ${question}`);
      }
      nativeTimes.get(question)?.push(answer.ms);
    }
  }
  const browserMs = sum([...questions.values()].map((asked) => median(asked.map(({ ownMs }) => ownMs))));
  const nativeMs = sum([...nativeTimes.values()].map(median));
  return { ratio: browserMs / nativeMs, browserMs, nativeMs, questions: questions.size, version: workbench.version };
}

function byQuestion(tables: readonly TimedTable[]): Map<string, TimedTable[]> {
  const questions = new Map<string, TimedTable[]>();
  for (const table of tables) {
    const question = JSON.stringify(table.args);
    questions.set(question, [...(questions.get(question) ?? []), table]);
  }
  return questions;
}
