import { type JSX, Show } from 'solid-js';
import { formatMonth, readIsoMonth } from '../../core/months.ts';
import { ATTRIBUTIONS, AXES, DENOMINATORS, GRAINS } from '../../messages/ja.ts';
import { SCOPE } from '../../messages/result-texts.ts';
import type { Loaded } from '../../records/loaded.ts';
import type { Session } from '../../state/create-session.ts';
import { toHash } from '../../state/scope-hash.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { ListFields } from './ListFields.tsx';
import { PickList } from './PickList.tsx';
import { SelectField } from './SelectField.tsx';
import { RESULT_OPTIONS, checkTypeOptions, feeTableOptions, monthOptions, spokenScope } from './scope-options.ts';
import './scope.css';

function optionsOf<T extends string>(texts: Readonly<Record<T, string>>): readonly { value: T; label: string }[] {
  return (Object.entries(texts) as [T, string][]).map(([value, label]) => ({ value, label }));
}

const AXIS_OPTIONS = optionsOf(AXES);
const REGION_OPTIONS = optionsOf(SCOPE.regions);
const DENOMINATOR_OPTIONS = optionsOf(DENOMINATORS);
const ATTRIBUTION_OPTIONS = optionsOf(ATTRIBUTIONS);

interface ScopeBarProps {
  readonly session: Session;
  readonly loaded: Loaded;
}

/** What the figures are about, and how they are computed; every choice is in the URL. */
export function ScopeBar(props: ScopeBarProps): JSX.Element {
  const viewState = props.session.viewState;
  const view = viewState.view;
  const scope = () => view().scope;
  const grainOptions = () => [
    { value: 'auto' as const, label: SCOPE.automatic(props.loaded.grain.grain) },
    ...optionsOf(GRAINS),
  ];
  const isNarrowed = (): boolean => toHash(view()).includes('?') || scope().items !== null || scope().providers !== null;
  return (
    <section class="scope" aria-label={SCOPE.heading}>
      <div class="scope-fields">
        <SelectField
          label={SCOPE.axis}
          testId="scope-axis"
          value={scope().axis}
          options={AXIS_OPTIONS}
          onSelect={(axis) => viewState.narrow({ axis })}
        />
        <div class="scope-period">
          <SelectField
            label={SCOPE.from}
            testId="scope-from"
            value={monthValue(scope().from)}
            options={monthOptions(props.loaded, scope(), 'from')}
            onSelect={(month) => viewState.narrow({ from: readIsoMonth(month) })}
          />
          <SelectField
            label={SCOPE.to}
            testId="scope-to"
            value={monthValue(scope().to)}
            options={monthOptions(props.loaded, scope(), 'to')}
            onSelect={(month) => viewState.narrow({ to: readIsoMonth(month) })}
          />
        </div>
        <ChoiceList
          label={SCOPE.feeTables}
          testId="scope-fee-tables"
          options={feeTableOptions(props.loaded, scope())}
          chosen={scope().feeTables}
          onChoose={(feeTables) => viewState.narrow({ feeTables })}
        />
        <SelectField
          label={SCOPE.region}
          testId="scope-region"
          value={scope().region ?? ''}
          options={REGION_OPTIONS}
          onSelect={(region) => viewState.narrow({ region: region === '' ? null : region })}
        />
        <ChoiceList
          label={SCOPE.checkTypes}
          testId="scope-check-types"
          options={checkTypeOptions(props.loaded, scope())}
          chosen={scope().checkTypes}
          onChoose={(checkTypes) => viewState.narrow({ checkTypes })}
        />
        <ChoiceList
          label={SCOPE.results}
          testId="scope-results"
          options={RESULT_OPTIONS}
          chosen={scope().results}
          onChoose={(results) => viewState.narrow({ results })}
        />
        <PickList
          session={props.session}
          dimension="item"
          label={SCOPE.items}
          testId="scope-items"
          chosen={scope().items}
          keyOf={(line) => (line.line === 0 ? line.kind : `${line.kind}:${line.code}`)}
          onChoose={(items) => viewState.narrow({ items })}
        />
        <PickList
          session={props.session}
          dimension="provider"
          label={SCOPE.providers}
          testId="scope-providers"
          chosen={scope().providers}
          keyOf={(line) => line.code}
          onChoose={(providers) => viewState.narrow({ providers })}
        />
        <SelectField
          label={SCOPE.denominator}
          testId="denominator"
          value={view().denominator}
          options={DENOMINATOR_OPTIONS}
          onSelect={(denominator) => viewState.divideBy(denominator)}
        />
        <SelectField
          label={SCOPE.grain}
          testId="grain"
          value={view().choices.grain}
          options={grainOptions()}
          onSelect={(grain) => viewState.choose({ grain })}
        />
        <Show when={view().screen === 'items'}>
          <SelectField
            label={SCOPE.attribution}
            testId="attribution"
            value={view().choices.attribution}
            options={ATTRIBUTION_OPTIONS}
            onSelect={(attribution) => viewState.choose({ attribution })}
          />
        </Show>
      </div>
      <div class="scope-foot">
        <p class="scope-words" data-testid="scope-words" aria-live="polite">
          {spokenScope(view(), props.session.grain(), props.loaded.lists)}
        </p>
        <ListFields viewState={viewState} lists={props.loaded.lists} />
        <button type="button" class="scope-reset" data-testid="scope-reset" disabled={!isNarrowed()} onClick={() => viewState.widen()}>
          {SCOPE.reset}
        </button>
      </div>
    </section>
  );
}

function monthValue(month: number | null): string {
  return month === null ? '' : formatMonth(month);
}
