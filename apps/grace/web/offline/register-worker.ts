import { fetchShellParts } from '@commons/ui';

const url = '/grace/sw.js';

/** Lets the pages open without a connection. Called once, when nothing else is waiting any more. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(url, { scope: '/grace/' });
    const { active } = await navigator.serviceWorker.ready;
    // Parts of the pages are named nowhere but in other parts: what this page loads, before and from now on, is kept.
    const keep = (entries: PerformanceEntryList) =>
      active?.postMessage({ type: 'keep', urls: entries.map(({ name }) => name) });
    new PerformanceObserver((list) => keep(list.getEntries())).observe({ type: 'resource', buffered: true });
    // These have to open without a connection too, visited or not.
    await Promise.all([
      fetchShellParts(),
      import('../history/history-page.tsx'),
      import('../emergency-card/card-page.tsx'),
      import('../emergency-card/kept-card.tsx'),
      import('../today/as-needed-dialog.tsx'),
      import('../today/given-dialog.tsx'),
      import('../today/skip-dialog.tsx'),
    ]);
  } catch {
    // A browser that refuses, such as in a private window, works with a connection all the same.
  }
}
