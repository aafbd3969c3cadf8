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
import scope from './definitions/scope.sql?raw';

/** What deciding learns about: items, or check types. */
export const LEARNING_DIMENSIONS = ['item', 'check_type'] as const;
export type LearningDimension = (typeof LEARNING_DIMENSIONS)[number];

/** The statement that gives the applications in scope, ascending. */
export function learningApplicationsStatement(grain: Grain): string {
  return `WITH ${[scope, grain === 'row' ? pointsRow : pointsReceipt, applications].join(',\n')}`;
}

/** The statement that gives the lines each of them names, in the same order. */
export function learningPartsStatement(dimension: LearningDimension, grain: Grain): string {
  const lines = dimension === 'item' ? [lineItem, recordItem] : [lineCheckType, recordCheckType];
  return `WITH ${[scope, ...lines, grain === 'row' ? partsRow : partsReceipt].join(',\n')}\n${parts}`;
}
