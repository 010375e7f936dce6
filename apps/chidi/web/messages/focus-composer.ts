/** Puts the cursor into the message field inside `box`. */
export function focusComposer(box: HTMLElement | null): void {
  box?.querySelector('textarea')?.focus();
}

/** After a button that goes away with what it did: the focus goes on to the field, without calling an on-screen keyboard up. */
export function returnToComposer(box: HTMLElement | null): void {
  if (!matchMedia('(hover: none) and (pointer: coarse)').matches) focusComposer(box);
}
