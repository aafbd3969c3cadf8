import { type JSX, Show } from 'solid-js';
import { SHELL } from '../../messages/ja.ts';
import { COVERAGE } from '../../messages/mapping-texts.ts';
import type { Session } from '../../state/create-session.ts';
import { ApplicationListSection } from '../application-list/ApplicationListSection.tsx';
import { ExclusionSection } from '../application-list/ExclusionSection.tsx';
import { CoverageSection } from './CoverageSection.tsx';
import { MastersSection } from './MastersSection.tsx';
import { RulesSection } from './RulesSection.tsx';
import { UnclassifiedSection } from './UnclassifiedSection.tsx';
import '../parts/list.css';
import './mapping.css';

/** 対応づけ: what makes outcome, check type and items of the records' words. */
export function MappingScreen(props: { readonly session: Session }): JSX.Element {
  return (
    <div class="mapping" data-testid="mapping">
      <h1 class="unseen">{SHELL.screens.mapping}</h1>
      <Show when={props.session.mapping.overview().value} fallback={<p class="notice">{COVERAGE.nothing}</p>}>
        {(overview) => (
          <>
            <CoverageSection session={props.session} overview={overview()} />
            <UnclassifiedSection session={props.session} />
          </>
        )}
      </Show>
      <RulesSection session={props.session} />
      <MastersSection session={props.session} />
      <ApplicationListSection session={props.session} />
      <ExclusionSection session={props.session} />
    </div>
  );
}
