import { type Completion, type CompletionContext, type CompletionResult, type CompletionSource, autocompletion } from '@codemirror/autocomplete';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { PostgreSQL, keywordCompletionSource, sql } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { READABLE_COLUMNS } from '../../explore/readable-table.ts';
import { SQL_PANE } from '../../messages/explore-texts.ts';

/** What can stand in a name: letters of any script, and the full-width signs that fields have in theirs. */
const NAME = /[\p{L}\p{N}_（）・／]+/u;

const NAMES: readonly Completion[] = [
  ...Object.keys(READABLE_COLUMNS).map((label) => ({ label, type: 'table', detail: SQL_PANE.tableNotes[label] ?? '', boost: 2 })),
  ...[...new Set(Object.values(READABLE_COLUMNS).flat())].map((label) => ({ label, type: 'column', boost: 1 })),
];

/** The readable tables and their columns. The parser's own source takes no Japanese name. */
function names(context: CompletionContext): CompletionResult | null {
  const before = context.matchBefore(NAME);
  if (before === null && !context.explicit) return null;
  return { from: before?.from ?? context.pos, options: NAMES, validFor: /^[\p{L}\p{N}_（）・／]*$/u };
}

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--warn)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--ink-soft)', fontStyle: 'italic' },
]);

/** The app's own colours, light and dark alike. */
const LOOK = EditorView.theme({
  '&': { backgroundColor: 'var(--sheet)', color: 'var(--ink)', fontSize: '14px', height: '100%' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--code)', lineHeight: '21px', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--accent-wash)' },
  '.cm-tooltip': { backgroundColor: 'var(--sheet)', color: 'var(--ink)', border: '1px solid var(--control)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--code)', maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 10px', lineHeight: '20px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--accent-ink)' },
  '.cm-completionDetail': { fontStyle: 'normal', fontFamily: 'var(--font)', color: 'inherit', marginLeft: '12px' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
});

export function sqlLanguage(): Extension {
  const anyKeyword = keywordCompletionSource(PostgreSQL, true);
  const keywords: CompletionSource = (context) => (context.matchBefore(/[A-Za-z]+/u) === null ? null : anyKeyword(context));
  return [
    sql({ dialect: PostgreSQL, upperCaseKeywords: true }),
    autocompletion({ override: [names, keywords], icons: false }),
    syntaxHighlighting(COLOURS),
    LOOK,
  ];
}
