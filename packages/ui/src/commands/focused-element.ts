/** What gets the focus back when a dialog closes: an item of a menu is gone by then, the menu's button is not. */
export function focusedElement(): HTMLElement | null {
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]');
  const labelledBy = menu?.getAttribute('aria-labelledby');
  const element = labelledBy ? document.getElementById(labelledBy) : focused;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}
