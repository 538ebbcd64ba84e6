// The service worker: shows what is pushed, leads into the room at a tap, and says so where there is no network. It keeps no page.

const OFFLINE = "/offline.html";
const KEPT = "offline-1";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.add(new Request(OFFLINE, { cache: "reload" }))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([
      caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))),
      self.registration.navigationPreload?.enable(),
    ]),
  );
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(load(event));
});

async function load(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}

self.addEventListener("push", (event) => {
  const { title, body, url, tag } = event.data.json();
  const shown = { body, tag, data: { url }, icon: "/icons/192.png", badge: "/icons/badge.png" };
  event.waitUntil(Promise.all([self.registration.showNotification(title, shown), self.navigator.setAppBadge?.()]));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(Promise.all([open(event.notification.data.url), sayIAmHere()]));
});

/** A window that shows the place already, else a new one: whoever sits in another room goes on hearing it there. */
async function open(url) {
  const address = new URL(url, self.location.origin).href;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((one) => one.url === address);
  return there ? there.focus() : self.clients.openWindow(address);
}

/** Whoever opens what is pushed is among the first who are told. */
async function sayIAmHere() {
  const subscription = await self.registration.pushManager.getSubscription();
  if (subscription) await keep(subscription);
}

self.addEventListener("pushsubscriptionchange", (event) => {
  const options = event.oldSubscription?.options;
  if (!options) return;
  event.waitUntil(self.registration.pushManager.subscribe(options).then(keep));
});

const keep = (subscription) =>
  fetch("/api/me/push-subscriptions", {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(subscription),
  });
