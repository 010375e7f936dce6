import type { Page } from '@commons/tooling/browser';

/** What is kept of somebody in the browser, by its key. */
export const keptOf = (page: Page, userId: string) =>
  page.evaluate(
    (user) =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open(`commons:kept:${user}`);
        opening.onsuccess = () => {
          const { result: db } = opening;
          const close = (found: string[]) => {
            db.close();
            resolve(found);
          };
          if (!db.objectStoreNames.contains('kept')) return close([]);
          const reading = db.transaction('kept').objectStore('kept').getAllKeys();
          reading.onsuccess = () => close(reading.result.map(String));
        };
      }),
    userId,
  );
