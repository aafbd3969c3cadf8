import { For, type JSX, Show } from 'solid-js';
import { grouped } from '../../messages/ja.ts';
import { BASIS_NAMES, COVERAGE } from '../../messages/mapping-texts.ts';
import { BASES } from '../../records/item-basis.ts';
import type { MappingOverview } from '../../records/mapping.ts';
import type { TargetCoverage } from '../../records/mapping-coverage.ts';
import type { Session } from '../../state/create-session.ts';

/** How much of each target is classified, in records and points; a line chooses whose unclassified texts are shown. */
export function CoverageSection(props: { readonly session: Session; readonly overview: MappingOverview }): JSX.Element {
  const mapping = props.session.mapping;
  return (
    <section aria-label={COVERAGE.heading} data-testid="coverage">
      <div class="table-bar">
        <h2>{COVERAGE.heading}</h2>
        <p class="soft table-note" title={COVERAGE.note}>
          {COVERAGE.note}
        </p>
      </div>
      <div class="list-frame">
        <table class="list coverage">
          <thead>
            <tr>
              <th scope="col">{COVERAGE.heads.target}</th>
              <th scope="col" class="number">
                {COVERAGE.heads.records}
              </th>
              <th scope="col" class="number">
                {COVERAGE.heads.points}
              </th>
              <th scope="col" class="number">
                {COVERAGE.heads.left}
              </th>
              <th scope="col">{COVERAGE.heads.how}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.overview.targets}>
              {(line) => (
                <tr classList={{ chosen: mapping.target() === line.target }} data-testid={`coverage-${line.target}`}>
                  <th scope="row">
                    <button type="button" class="quiet" aria-pressed={mapping.target() === line.target} onClick={() => mapping.lookAtTarget(line.target)}>
                      {line.target}
                    </button>
                  </th>
                  <Share part={line.classified.records} whole={line.all.records} />
                  <Share part={line.classified.points} whole={line.all.points} />
                  <td class="number" data-testid={`unclassified-${line.target}`}>
                    {grouped(line.all.records - line.classified.records)}
                  </td>
                  <td class="soft">
                    <How line={line} overview={props.overview} />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Share(props: { readonly part: number; readonly whole: number }): JSX.Element {
  return (
    <td class="number">
      {COVERAGE.share(props.part, props.whole)} <small>{COVERAGE.of(props.part, props.whole)}</small>
    </td>
  );
}

/** By what items were found; what counts as classified for 原審要因. */
function How(props: { readonly line: TargetCoverage; readonly overview: MappingOverview }): JSX.Element {
  const found = (): string =>
    BASES.filter((basis) => props.overview.bases[basis].records > 0)
      .map((basis) => `${BASIS_NAMES[basis]} ${grouped(props.overview.bases[basis].records)}`)
      .join('・');
  return (
    <Show when={props.line.target === '項目'} fallback={props.line.target === '原審要因' ? COVERAGE.causeNote : ''}>
      {found()}
    </Show>
  );
}
