import { FEE_TABLES } from '../../classify/claim-codes.ts';
import { RESULTS, monthText, prefectureText } from '../../messages/ja.ts';
import { STATEMENT } from '../../messages/explore-texts.ts';
import type { Scope, VariableName } from '../../metrics/scope.ts';
import { filterWords } from '../../state/filter-words.ts';
import { withoutGaiji } from '../parts/screen-value.ts';

/** What a variable is, and what was chosen for it in words where its value is a number of the engine's. */
export function variableWords(name: VariableName, literal: string, scope: Scope): string {
  const meaning = STATEMENT.names[name] ?? '';
  if (literal === 'NULL') return STATEMENT.notNarrowed(meaning);
  const chosen = chosenWords(name, literal, scope);
  return chosen === null ? meaning : STATEMENT.chosen(meaning, chosen);
}

function chosenWords(name: VariableName, literal: string, scope: Scope): readonly string[] | null {
  switch (name) {
    case 'period_from':
    case 'period_to':
      return [monthText(Number(literal))];
    case 'own_prefecture':
      return [prefectureText(Number(literal))];
    case 'fee_tables':
      return scope.feeTables?.map((code) => FEE_TABLES[code]) ?? null;
    case 'check_types':
      return scope.checkTypes;
    case 'results':
      return scope.results?.map((result) => RESULTS[result]) ?? null;
    case 'providers':
      return scope.providers;
    case 'items':
      return scope.items;
    case 'column_filters':
      return scope.columns?.map((filter) => withoutGaiji(filterWords(filter))) ?? null;
    default:
      return null;
  }
}
