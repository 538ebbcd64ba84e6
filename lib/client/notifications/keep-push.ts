import { plainSubscription, pushState } from "./push";
import { pushApi } from "./push-api";

const KEPT = "plenum-push";

/**
 * Says once a visit that this browser still takes pushes for this person: whoever signed out here and is back is told again, and
 * whoever comes by is among the first who are told.
 */
export async function keepPush(personId: string): Promise<void> {
  if (sessionStorage.getItem(KEPT) === personId || (await pushState()) !== "on") return;
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.getSubscription();
  if (!subscription) return;
  const answer = await pushApi.subscribeToPush(plainSubscription(subscription));
  if (answer.ok) sessionStorage.setItem(KEPT, personId);
}
