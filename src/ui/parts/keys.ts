/** Whether a key belongs to an input method; such keys are nobody else's. */
export function isComposing(event: KeyboardEvent): boolean {
  // Safari ends the composition before the key that ends it, and tells by this code alone.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return event.isComposing || event.keyCode === 229;
}

/** Whether keys typed there are text. */
export function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea');
}
