// Shows what GRACE pushes to this device, and leads to the page that it is about.

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });

// Times come with 24 hours, because a server does not know how this device writes them; the pages do the same.
const inReadersClock = (text) =>
  text.replaceAll(/(?<![\d:])(?:[01]\d|2[0-3]):[0-5]\d(?![\d:])/g, (time) =>
    clock.format(Date.parse(`2000-01-01T${time}:00Z`)),
  );

self.addEventListener('push', (event) => {
  const { title, body, tag, url } = event.data.json();
  event.waitUntil(
    self.registration.showNotification(inReadersClock(title), {
      body: inReadersClock(body),
      tag,
      icon: '/grace/icon.svg',
      data: { url },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});
