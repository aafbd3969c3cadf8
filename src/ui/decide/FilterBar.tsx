import { type JSX, createMemo } from 'solid-js';
import type { DecidedLine } from '../../decide/decided-line.ts';
import { VERDICTS } from '../../decide/propose.ts';
import { DECIDE, LINES } from '../../messages/decide-screen-texts.ts';
import { VERDICT_TEXTS } from '../../messages/decide-texts.ts';
import { TABLE } from '../../messages/result-texts.ts';
import { type LineFilter, MARKS } from '../../state/create-decide-view.ts';
import type { Session } from '../../state/create-session.ts';
import { SearchBox } from '../parts/SearchBox.tsx';
import { saveFile } from '../parts/save-file.ts';
import { SelectField } from '../scope/SelectField.tsx';

interface FilterBarProps {
  readonly session: Session;
  readonly shown: readonly DecidedLine[];
}

/** Narrows the lines shown; nothing is decided by it. */
export function FilterBar(props: FilterBarProps): JSX.Element {
  const { decisions, decideView } = props.session;
  const [filter, setFilter] = decideView.filter;
  const [search, setSearch] = decideView.search;
  const kinds = createMemo(() => [...new Set(decisions.lines().map(({ line }) => line.kind))]);
  const all = { value: '' as const, label: LINES.filters.all };
  const narrow = (part: Partial<LineFilter>): void => void setFilter((before) => ({ ...before, ...part }));
  return (
    <div class="filter-bar">
      <SelectField
        label={LINES.filters.verdict}
        testId="filter-verdict"
        value={filter().verdict}
        options={[all, ...VERDICTS.map((value) => ({ value, label: VERDICT_TEXTS[value] }))]}
        onSelect={(verdict) => narrow({ verdict })}
      />
      <SelectField
        label={LINES.filters.kind}
        testId="filter-kind"
        value={filter().kind}
        options={[all, ...kinds().map((value) => ({ value, label: value }))]}
        onSelect={(kind) => narrow({ kind })}
      />
      <SelectField
        label={LINES.filters.mark}
        testId="filter-mark"
        value={filter().mark}
        options={[all, ...MARKS.map((value) => ({ value, label: LINES.marks[value] }))]}
        onSelect={(mark) => narrow({ mark })}
      />
      <SearchBox label={TABLE.search} hint={TABLE.searchHint} first={search()} onSearch={setSearch} />
      <span class="soft" data-testid="decide-count" role="status">
        {LINES.count(props.shown.length, decisions.lines().length)}
      </span>
      <button
        type="button"
        class="to-end"
        data-testid="export-decisions.csv"
        disabled={decisions.lines().length === 0}
        onClick={() => saveFile('decisions.csv', decisions.fileText())}
      >
        {DECIDE.export('decisions.csv')}
      </button>
    </div>
  );
}
