const textInputs = /^(text|search|email|password|url|tel|number|date|time|datetime-local|month|week)$/;

/** Whether the key press goes into a text, or builds a character in an input method. */
export function isTyping(event: KeyboardEvent): boolean {
  if (isComposing(event)) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && textInputs.test(target.type);
}

/** Whether an input method is composing; 229 is what Safari reports for the Enter that ends a composition. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
