import { comparable } from '../core/text.ts';

/** What a column of the contractor's list of applications (申出データ) can be. */
export const LIST_ROLES = ['key', 'month', 'code', 'name', 'checkType', 'points'] as const;
export type ListRole = (typeof LIST_ROLES)[number];

/** The column of each role, from 0; null where the list has none. */
export type ListRoles = Readonly<Record<ListRole, number | null>>;

/** What can be told of a list before it is understood. */
export interface ListHead {
  /** Heads of its columns. */
  readonly header: readonly string[];
  /** As guessed from them. */
  readonly roles: ListRoles;
}

/** Words of heads, the surer ones first: what a head says as a whole, then what it says in part, but not if it says one of `except`. */
interface Words {
  readonly whole: readonly string[];
  readonly part: readonly string[];
  readonly except: readonly string[];
}

const WORDS: Readonly<Record<ListRole, Words>> = {
  key: {
    whole: ['レセプト全国共通キー', '全国共通キー', '共通キー', 'レセプトキー', '項番1', 'キー', 'key'],
    part: ['全国共通キー', '共通キー', 'レセプトキー'],
    except: ['突合', '参考', '相手'],
  },
  month: {
    whole: ['依頼年月', '申出年月', '依頼月', '申出月', '提出年月', '年月'],
    part: ['依頼年月', '申出年月', '依頼月', '申出月', '提出年月'],
    except: ['診療', '調剤', '審査', '請求', '処理', '点検', '生'],
  },
  code: {
    whole: ['項目コード', '診療行為コード', '医薬品コード', '診療行為・医薬品コード', 'レセプト電算処理コード', 'レセプト電算コード', 'レセ電コード', '電算コード', 'コード', 'code'],
    part: ['項目コード', '診療行為', '医薬品', '特定器材', '電算'],
    except: ['名', '機関', '事由', '理由', '保険者', '点数表', '区分', '傷病', '点数'],
  },
  name: {
    whole: ['項目名', '項目名称', '診療行為名', '診療行為名称', '医薬品名', '医薬品名称', '診療行為・医薬品名', '品名', '名称', '項目', 'name'],
    part: ['項目名', '診療行為', '医薬品', '特定器材', '品名'],
    except: ['コード', 'code', '機関', '氏名', '患者', '保険者', '傷病', '点数', '区分', '数量'],
  },
  checkType: {
    whole: ['点検区分', '点検種別', '点検種類', '点検方法', '区分'],
    part: ['点検区分', '点検種', '点検方法'],
    except: ['コード'],
  },
  points: {
    whole: ['申出点数', '査定見込点数', '見込点数', '減点点数', '効果点数', '増減点数', '点数'],
    part: ['申出点数', '見込', '減点', '効果点数', '増減点数'],
    except: ['決定', '請求', '合計', '負担', '率', '事由', '理由', '点数表'],
  },
};

/** Guesses the roles of columns from their heads. A column has one role at most; a role that no head tells is null. */
export function guessRoles(header: readonly string[]): ListRoles {
  const heads = header.map(comparable);
  const taken = new Set<number>();
  const place = (role: ListRole): number | null => {
    const { whole, part, except } = WORDS[role];
    const open = (index: number): boolean => !taken.has(index);
    const tests = [
      ...whole.map((word) => (head: string) => head === comparable(word)),
      ...part.map((word) => (head: string) => head.includes(comparable(word)) && !except.some((other) => head.includes(comparable(other)))),
    ];
    for (const test of tests) {
      const index = heads.findIndex((head, each) => open(each) && test(head));
      if (index < 0) continue;
      taken.add(index);
      return index;
    }
    return null;
  };
  return { key: place('key'), month: place('month'), code: place('code'), name: place('name'), checkType: place('checkType'), points: place('points') };
}
