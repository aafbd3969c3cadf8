import { APP_VERSION } from '../../core/app-version.ts';
import { HANDLING } from '../../messages/paper-texts.ts';
import { PAPER } from '../../messages/report-texts.ts';
import { type Paper, line, table } from '../paper.ts';

/** Answers the clauses of a 個人情報の取扱い特記仕様書: what is read, kept, copied, sent, erased, and how that can be checked. */
export function handlingStatement(read: number, passed: number, all: number): Paper {
  return {
    title: HANDLING.title,
    sheets: [
      {
        name: HANDLING.title,
        title: HANDLING.title,
        orientation: 'portrait',
        source: PAPER.app(APP_VERSION),
        blocks: [
          { kind: 'text', text: HANDLING.intro },
          table(
            '',
            [
              { title: HANDLING.heads.clause, format: 'text', width: 20 },
              { title: HANDLING.heads.answer, format: 'text', width: 46 },
              { title: HANDLING.heads.check, format: 'text', width: 34 },
            ],
            [{ heading: null, rows: HANDLING.clauses(read, passed, all).map((clause) => line(...clause)) }],
          ),
          { kind: 'text', text: HANDLING.limits },
        ],
      },
    ],
  };
}
