import type { FeeTable } from '../classify/claim-codes.ts';
import { formatMonth, readIsoMonth } from '../core/months.ts';
import { REVIEW_RESULTS } from '../core/review-result.ts';
import { type Choices, type Denominator, EVERYTHING, type Scope } from '../metrics/scope.ts';

/** The screens, as the hash names them. */
export const SCREENS = ['import', 'mapping', 'summary', 'items', 'check-types', 'decide', 'safety'] as const;
export type Screen = (typeof SCREENS)[number];

/** Everything a link restores. */
export interface View {
  readonly screen: Screen;
  readonly scope: Scope;
  readonly choices: Choices;
  readonly denominator: Denominator;
}

export const FIRST_VIEW: View = {
  screen: 'import',
  scope: EVERYTHING,
  choices: { grain: 'auto', attribution: 'full', itemLevel: 'product', ownPrefecture: null },
  denominator: 'decided',
};

/** Words of the defaults the classification knows; a check type that a user's own table invented is not put in a link. */
const LINKABLE_CHECK_TYPES = ['単月点検', '横覧点検', '突合点検', '縦覧点検', '未分類'];
/** Official codes are linkable — of items, sections, generics and classes —, names are not. */
const LINKABLE_ITEM = /^(?:(?:診療行為|医薬品|特定器材):\d{9}|診療行為:[A-Z]\d{3}(?:-\d{1,2})?|医薬品:(?:[0-9A-Z]{12}|\d{4})|未分類)$/u;

/**
 * The hash of a view: closed-list values, months and item codes only, never typed text or claim keys (IMPORT, "Not kept").
 * What stands at its default is left out.
 */
export function toHash(view: View): string {
  const { scope, choices } = view;
  const parts: [string, string | null][] = [
    ['axis', scope.axis === EVERYTHING.axis ? null : scope.axis],
    ['from', scope.from === null ? null : formatMonth(scope.from)],
    ['to', scope.to === null ? null : formatMonth(scope.to)],
    ['fee', listed(scope.feeTables)],
    ['region', scope.region],
    ['check', listed(scope.checkTypes, (name) => LINKABLE_CHECK_TYPES.includes(name))],
    ['result', listed(scope.results)],
    ['item', listed(scope.items, (key) => LINKABLE_ITEM.test(key))],
    ['excluded', scope.keepsExcluded ? 'with' : null],
    ['listed', scope.countsListed ? 'with' : null],
    ['grain', choices.grain === 'auto' ? null : choices.grain],
    ['points', choices.attribution === 'full' ? null : choices.attribution],
    ['level', choices.itemLevel === 'product' ? null : choices.itemLevel],
    ['own', choices.ownPrefecture === null ? null : String(choices.ownPrefecture)],
    ['per', view.denominator === 'decided' ? null : view.denominator],
  ];
  const query = new URLSearchParams(parts.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
  return query.size === 0 ? `#/${view.screen}` : `#/${view.screen}?${query.toString()}`;
}

/** The view a hash names; what it does not say, or says wrongly, is at its default. */
export function fromHash(hash: string): View {
  const [path = '', search = ''] = hash.replace(/^#\/?/u, '').split('?');
  const query = new URLSearchParams(search);
  const list = <T>(key: string, read: (part: string) => readonly T[]): readonly T[] | null => {
    const parts = query.get(key)?.split(',').filter((part) => part !== '');
    const values = parts?.flatMap(read);
    return values === undefined || (parts?.length !== 0 && values.length === 0) ? null : values;
  };
  const chosen = <T extends string>(key: string, from: readonly T[]): T | null => from.find((each) => each === query.get(key)) ?? null;
  const own = Number(query.get('own') ?? 0);
  return {
    screen: SCREENS.find((screen) => screen === path) ?? FIRST_VIEW.screen,
    scope: {
      axis: chosen('axis', ['request', 'result']) ?? EVERYTHING.axis,
      from: readIsoMonth(query.get('from') ?? ''),
      to: readIsoMonth(query.get('to') ?? ''),
      feeTables: list('fee', (digit) => (/^[0-4]$/u.test(digit) ? [Number(digit) as FeeTable] : [])),
      region: chosen('region', ['in', 'out']),
      checkTypes: list('check', (name) => LINKABLE_CHECK_TYPES.filter((known) => known === name)),
      results: list('result', (name) => REVIEW_RESULTS.filter((result) => result === name)),
      items: list('item', (key) => (LINKABLE_ITEM.test(key) ? [key] : [])),
      providers: null,
      keepsExcluded: query.get('excluded') === 'with',
      countsListed: query.get('listed') === 'with',
    },
    choices: {
      grain: chosen('grain', ['row', 'receipt']) ?? 'auto',
      attribution: chosen('points', ['equal', 'single']) ?? 'full',
      itemLevel: chosen('level', ['generic', 'class']) ?? 'product',
      ownPrefecture: Number.isInteger(own) && own >= 1 && own <= 47 ? own : null,
    },
    denominator: chosen('per', ['applied']) ?? 'decided',
  };
}

/** A list for the hash; left out whole where one of its values may not stand in a link. */
function listed<T extends string | number>(values: readonly T[] | null, mayStand: (value: T) => boolean = () => true): string | null {
  return values?.every(mayStand) === true ? values.join(',') : null;
}
