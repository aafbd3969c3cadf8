import type { JSX } from 'solid-js';
import { SHELL } from '../../messages/ja.ts';
import type { Session } from '../../state/create-session.ts';
import { ApplicationListSection } from '../application-list/ApplicationListSection.tsx';
import { ExclusionSection } from '../application-list/ExclusionSection.tsx';
import '../parts/list.css';
import './mapping.css';

/** 対応づけ: what makes outcome, check type and items of the records' words. */
export function MappingScreen(props: { readonly session: Session }): JSX.Element {
  return (
    <div class="mapping" data-testid="mapping">
      <h1 class="unseen">{SHELL.screens.mapping}</h1>
      <ApplicationListSection session={props.session} />
      <ExclusionSection session={props.session} />
    </div>
  );
}
