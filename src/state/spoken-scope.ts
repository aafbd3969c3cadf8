import { FEE_TABLES } from '../classify/claim-codes.ts';
import { RESULTS } from '../messages/ja.ts';
import { scopeSentence } from '../messages/result-texts.ts';
import { canHoldListed } from '../metrics/scope.ts';
import type { ListCounts } from '../records/describe-lists.ts';
import type { Grain } from '../records/grain.ts';
import { filterWords } from './filter-words.ts';
import type { View } from './scope-hash.ts';

/** The view's scope in one sentence. @param tellsCounts false leaves out how many applications the lists are about, which may be few */
export function spokenScope({ scope, denominator }: View, grain: Grain, { applications, exclusions }: ListCounts, tellsCounts = true): string {
  return scopeSentence({
    axis: scope.axis,
    from: scope.from,
    to: scope.to,
    feeTables: scope.feeTables?.map((code) => FEE_TABLES[code]) ?? null,
    region: scope.region,
    checkTypes: scope.checkTypes,
    results: scope.results?.map((result) => RESULTS[result]) ?? null,
    items: scope.items?.length ?? null,
    providers: scope.providers?.length ?? null,
    columns: scope.columns?.map(filterWords) ?? [],
    excluded: exclusions === null ? null : { applications: tellsCounts ? exclusions.applications : null, isKept: scope.keepsExcluded },
    waiting: applications === null || !scope.countsListed ? null : { applications: tellsCounts ? applications.waiting : null, isCounted: canHoldListed(scope) },
    denominator,
    grain,
  });
}
