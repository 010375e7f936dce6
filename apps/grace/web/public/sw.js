// The service worker of GRACE: pages open without a connection. It keeps the frame of the pages and their files, which say nothing
// about anybody; what is about people is kept by the pages themselves, in a store that signing out empties.

const cacheName = 'grace-pages';
const frame = '/grace/';
const isFile = (url) => url.origin === location.origin && url.pathname.startsWith('/grace/assets/');

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keepFrame());
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'keep') void keepFiles(data.urls.map((url) => new URL(url)).filter(isFile));
});

/** The last page came from here: the server is out of reach, whatever the network says. */
let isAway = false;

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') event.respondWith(openPage(event));
  // With a connection, the browser fetches files by itself, and from its own cache.
  else if (isFile(new URL(request.url)) && (isAway || !navigator.onLine)) event.respondWith(openFile(event));
});

/** Every path has the same page. It comes from the server where there is one, so that a new version is there at once. */
async function openPage(event) {
  try {
    const answer = await fetch(event.request);
    isAway = false;
    const isPage = answer.headers.get('content-type')?.startsWith('text/html');
    if (answer.ok && !answer.redirected && isPage) event.waitUntil(keepFrame(answer.clone()));
    return answer;
  } catch (error) {
    const cache = await caches.open(cacheName);
    const kept = await cache.match(frame);
    if (!kept) throw error;
    isAway = true;
    return kept;
  }
}

/** The name of a file says what is in it, so a kept one is never old. */
async function openFile(event) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(event.request, { ignoreVary: true });
  if (kept) return kept;
  return fetch(event.request);
}

/** Keeps the page with the files that it names, and lets the files of another version go. */
async function keepFrame(given) {
  const answer = given ?? (await fetch(frame));
  if (!answer.ok) return;
  const cache = await caches.open(cacheName);
  const before = await (await cache.match(frame))?.text();
  const after = await answer.text();
  const files = filesOf(after);
  await keepFiles(files);
  // What is preloaded is for the network; from here it would be loaded twice.
  const html = after.replaceAll(/<link rel="modulepreload"[^>]*>/g, '');
  const headers = ['content-type', 'content-security-policy'].map((name) => [
    name,
    answer.headers.get(name) ?? '',
  ]);
  await cache.put(frame, new Response(html, { headers }));
  if (before === undefined || filesOf(before).every((file) => files.some(({ href }) => href === file.href)))
    return;
  const named = new Set(files.map(String));
  for (const request of await cache.keys()) {
    if (isFile(new URL(request.url)) && !named.has(request.url)) await cache.delete(request);
  }
}

const filesOf = (html) =>
  [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, path]) => new URL(path, location.origin))
    .filter(isFile);

async function keepFiles(urls) {
  const cache = await caches.open(cacheName);
  for (const url of urls) {
    if (!(await cache.match(url, { ignoreVary: true }))) await cache.add(url);
  }
}
