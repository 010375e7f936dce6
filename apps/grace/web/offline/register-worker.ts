const url = '/grace/sw.js';

/** Lets the pages open without a connection. Called once, when nothing else is waiting any more. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(url, { scope: '/grace/' });
    const { active } = await navigator.serviceWorker.ready;
    // What this page loaded before there was a worker; parts of it are named nowhere else.
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage({ type: 'keep', urls: loaded });
  } catch {
    // A browser that refuses, such as in a private window, works with a connection all the same.
  }
}
