import { call } from "@/lib/client/call";
import type { Api } from "@/lib/wire/api";

type Subscription = Api["PUT /api/me/push-subscriptions"]["input"];

/** Whether this browser is sent pushes. */
export const pushApi = {
  subscribeToPush: (input: Subscription) => call("PUT /api/me/push-subscriptions", { input }),
  unsubscribeFromPush: (endpoint: string) => call("DELETE /api/me/push-subscriptions", { input: { endpoint } }),
};
