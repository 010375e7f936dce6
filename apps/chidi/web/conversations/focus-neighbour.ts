/** Before an item of the sidebar goes away with the focus in it: the next one takes it, or the previous, or the first link there. */
export function focusNeighbour(element: HTMLElement): void {
  const [item, sidebar] = [element.closest('li'), element.closest('nav')];
  if (!item || !sidebar) return;
  const items = [...sidebar.querySelectorAll('li')];
  const at = items.indexOf(item);
  const neighbour = items[at + 1] ?? items[at - 1] ?? sidebar;
  neighbour.querySelector('a')?.focus();
}
