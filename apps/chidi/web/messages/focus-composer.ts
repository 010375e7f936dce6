/** Puts the cursor into the message field inside `box`. */
export function focusComposer(box: HTMLElement | null): void {
  box?.querySelector('textarea')?.focus();
}
