/** What holds no figure of the data: papers are made from what may be handed out, statements and fields from what is typed. */
const COPYABLE = '.screen-report, .statement, .sql-input, input, textarea';

/** Whether what is copied from here may leave the page while small counts are hidden. */
export function isCopyable(target: EventTarget | null): boolean {
  const selection = getSelection();
  const from = target instanceof Element ? target : null;
  if (from?.closest('input, textarea, .sql-input') != null) return true;
  if (selection === null || selection.rangeCount === 0) return false;
  const { commonAncestorContainer: node } = selection.getRangeAt(0);
  return (node instanceof Element ? node : node.parentElement)?.closest(COPYABLE) != null;
}
