import { APP_VERSION } from '../../core/app-version.ts';
import { paperTime } from '../../messages/calendar.ts';
import { ATTRIBUTIONS } from '../../messages/ja.ts';
import { DEFINITION_SHEET, PAPER } from '../../messages/report-texts.ts';
import { TERMS } from '../../messages/terms.ts';
import { METRICS, type Metric } from '../../metrics/catalogue.ts';
import { type Block, line, table } from '../paper.ts';
import type { ReportInput } from '../report-input.ts';

/** 定義: what every number in the report means and under which conditions it was computed. */
export function definitionBlocks(input: ReportInput): Block[] {
  const { facts, heads } = DEFINITION_SHEET;
  const { denominator, grain, choices, setting } = input;
  const metrics: readonly Metric[] = Object.values(METRICS);
  return [
    { kind: 'heading', text: DEFINITION_SHEET.conditions },
    {
      kind: 'facts',
      facts: [
        [facts.scope, input.spokenScope],
        [facts.denominator, DEFINITION_SHEET.denominator(denominator)],
        [facts.grain, DEFINITION_SHEET.grain(grain, choices.grain === 'auto')],
        [facts.attribution, ATTRIBUTIONS[choices.attribution]],
        [facts.rules, DEFINITION_SHEET.rules],
        [facts.version, PAPER.app(APP_VERSION)],
        [facts.made, paperTime(input.madeAt, setting.calendar)],
        [facts.anonymised, setting.least === null ? DEFINITION_SHEET.notAnonymised : PAPER.hidden(setting.least)],
      ],
    },
    table(
      '',
      [
        { title: heads.name, format: 'text', width: 24 },
        { title: heads.unit, format: 'text', width: 20 },
        { title: heads.meaning, format: 'text', width: 70 },
        { title: heads.absent, format: 'text', width: 34 },
      ],
      [
        { heading: DEFINITION_SHEET.terms, rows: TERMS.map(({ name, meaning }) => line(name, '', meaning, '')) },
        { heading: DEFINITION_SHEET.figures, rows: metrics.map(({ title, unit, meaning, absent }) => line(title, unit, meaning, absent)) },
      ],
    ),
  ];
}
