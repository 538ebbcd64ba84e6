import type { ApiAnswer } from "@/lib/client/call";
import { pushApi } from "./push-api";

/** `unable`: this browser has no push. `denied`: its owner said no, and only they can change that, in the browser. */
export type PushState = "unable" | "denied" | "off" | "on";

const WORKER = "/sw.js";

const hasPush = (): boolean => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** How this browser stands. Asks nobody anything. */
export async function pushState(): Promise<PushState> {
  if (!hasPush()) return "unable";
  if (Notification.permission === "denied") return "denied";
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  return subscription && Notification.permission === "granted" ? "on" : "off";
}

/** Asks the person, subscribes, and tells the server. `key`: the instance's, in base64url. Only ever at a tap. */
export async function turnPushOn(key: string): Promise<PushState | ApiAnswer<null>> {
  if ((await Notification.requestPermission()) !== "granted") return pushState();
  await navigator.serviceWorker.register(WORKER);
  const registration = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: key };
  // A subscription under another key is of no use: the instance has got a new one.
  const subscription = await registration.pushManager.subscribe(options).catch(async () => {
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    return registration.pushManager.subscribe(options);
  });
  const answer = await pushApi.subscribeToPush(plainSubscription(subscription));
  if (!answer.ok) await subscription.unsubscribe();
  return answer.ok ? "on" : answer;
}

export async function turnPushOff(): Promise<PushState> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription) {
    await pushApi.unsubscribeFromPush(subscription.endpoint);
    await subscription.unsubscribe();
  }
  return pushState();
}

/** As the server takes it. */
export function plainSubscription(subscription: PushSubscription) {
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint: endpoint ?? "", keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" } };
}
