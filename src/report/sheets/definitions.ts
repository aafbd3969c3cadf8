import { APP_VERSION } from '../../core/app-version.ts';
import { paperTime } from '../../messages/calendar.ts';
import { ATTRIBUTIONS } from '../../messages/ja.ts';
import { DEFINITION_SHEET, PAPER } from '../../messages/report-texts.ts';
import { TERMS } from '../../messages/terms.ts';
import { METRICS, type Metric } from '../../metrics/catalogue.ts';
import { type Block, line, table } from '../paper.ts';
import type { ReportInput } from '../report-input.ts';

/** By what records were read. With 匿名化 no name of a file and no count that may be small. */
function basisFacts({ basis, loaded, scope, setting }: ReportInput): (readonly [term: string, text: string])[] {
  const { facts, none, inUse } = DEFINITION_SHEET;
  const { rules, masters } = basis;
  const { applications, exclusions } = loaded.lists;
  const version = PAPER.app(APP_VERSION);
  const told = (isThere: boolean, text: () => string): string => (!isThere ? none : setting.least === null ? text() : inUse);
  const listed = applications === null ? none : told(true, () => DEFINITION_SHEET.applications(applications.name, applications.lines, applications.matched, applications.waiting, scope.countsListed));
  const left = exclusions === null ? none : told(true, () => DEFINITION_SHEET.exclusions(exclusions.name, exclusions.keys, exclusions.applications, scope.keepsExcluded));
  return [
    [facts.rules, rules === null ? DEFINITION_SHEET.shippedRules(version) : DEFINITION_SHEET.ownRules(rules.inForce, rules.refused, rules.sha256, version)],
    [facts.masters, told(masters.length > 0, () => DEFINITION_SHEET.masters(masters))],
    [facts.applications, listed],
    [facts.exclusions, left],
  ];
}

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
        ...basisFacts(input),
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
