const worker = '/grace/push-worker.js';
// A scope of its own, which holds no page: it only receives.
const scope = '/grace/push/';

/** Whether this browser can be sent anything, and if not, why. */
export type PushSupport = 'ready' | 'blocked' | 'unsupported';

export function pushSupport(): PushSupport {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return 'unsupported';
  return Notification.permission === 'denied' ? 'blocked' : 'ready';
}

/** What a browser answers to being asked for messages. */
export interface BrowserSubscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** The subscription of this browser, if it has one. */
export async function currentSubscription(): Promise<BrowserSubscription | undefined> {
  if (pushSupport() !== 'ready') return undefined;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  const subscription = await registration?.pushManager.getSubscription();
  return subscription ? subscriptionOf(subscription) : undefined;
}

/**
 * Asks the person, and then the browser's push service.
 *
 * @returns undefined when the person says no
 */
export async function subscribe(publicKey: string): Promise<BrowserSubscription | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const registration = await navigator.serviceWorker.register(worker, { scope });
  await activeWorker(registration);
  // One of another account, or of other keys, goes.
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  return subscriptionOf(subscription);
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

function activeWorker({ active, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const starting = installing ?? waiting;
  if (active || !starting) return Promise.resolve();
  return new Promise((resolve) => {
    starting.addEventListener('statechange', () => {
      if (starting.state === 'activated') resolve();
    });
  });
}

function subscriptionOf(subscription: PushSubscription): BrowserSubscription {
  const { endpoint = '', keys = {} } = subscription.toJSON();
  return { endpoint, keys: { p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' } };
}
