import type { Grain } from '../records/grain.ts';
import applications from './definitions/learning-applications.sql?raw';
import parts from './definitions/learning-parts.sql?raw';
import partsReceipt from './definitions/learning-parts-receipt.sql?raw';
import partsRow from './definitions/learning-parts-row.sql?raw';
import pointsReceipt from './definitions/learning-points-receipt.sql?raw';
import pointsRow from './definitions/learning-points-row.sql?raw';
import recordCheckType from './definitions/learning-record-check-type.sql?raw';
import recordItem from './definitions/learning-record-item.sql?raw';
import lineCheckType from './definitions/line-check-type.sql?raw';
import lineItem from './definitions/line-item.sql?raw';
import lineItemGroup from './definitions/line-item-group.sql?raw';
import { type RecordShape, scopeDefinition } from './scope-definition.ts';

/** What deciding learns about: items, on the level chosen, or check types. */
export type LearningSubject = 'item' | 'check_type';

/** The lines it reads for that. */
export const LEARNING_DIMENSIONS = ['item', 'item_group', 'check_type'] as const;
export type LearningDimension = (typeof LEARNING_DIMENSIONS)[number];

const LINES: Readonly<Record<LearningDimension, readonly [lines: string, records: string]>> = {
  item: [lineItem, recordItem],
  item_group: [lineItemGroup, recordItem],
  check_type: [lineCheckType, recordCheckType],
};

/** The statement that gives the applications in scope, ascending. */
export function learningApplicationsStatement(shape: RecordShape, grain: Grain): string {
  return `WITH ${[scopeDefinition(shape), grain === 'row' ? pointsRow : pointsReceipt, applications].join(',\n')}`;
}

/** The statement that gives the lines each of them names, in the same order. */
export function learningPartsStatement(shape: RecordShape, dimension: LearningDimension, grain: Grain): string {
  return `WITH ${[scopeDefinition(shape), ...LINES[dimension], grain === 'row' ? partsRow : partsReceipt].join(',\n')}\n${parts}`;
}
