/** Prints the card: as a page, or as the two sides of a card for the wallet. */
export function printCard(size: 'page' | 'wallet'): void {
  document.documentElement.dataset.print = size;
  window.addEventListener('afterprint', () => delete document.documentElement.dataset.print, {
    once: true,
  });
  window.print();
}
