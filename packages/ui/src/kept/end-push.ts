/**
 * Ends the push messages of every app to this browser, because whoever signs in next must not read them. A server forgets the
 * address as soon as a message to it comes back.
 */
export async function endPush(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const workers = await navigator.serviceWorker.getRegistrations();
    const subscriptions = await Promise.all(
      workers.map(({ pushManager }) => pushManager?.getSubscription() ?? null),
    );
    await Promise.all(subscriptions.map((subscription) => subscription?.unsubscribe()));
  } catch {
    // A browser that refuses to tell has nothing subscribed.
  }
}
