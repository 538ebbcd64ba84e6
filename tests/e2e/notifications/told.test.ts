import { type CDPSession, chromium, expect } from "@playwright/test";
import { expectTone } from "@/tests/e2e/support/hear";
import { type Person, test } from "@/tests/e2e/support/people";
import { listen, openTheStage } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";
import { newPushReader } from "@/tests/support/push/open-push";
import { startPushService } from "@/tests/support/push/push-service";
import { askDatabase } from "@/tests/support/running";

/**
 * Everything is real but for the push service between the two ends, which is the test's own on loopback: a browser that reaches
 * no push service is handed what came there, as it came.
 */
test("Dev is told by push that Ada is live, sees it at the bell, and lands in the room hearing her", async ({
  arrive,
  product,
}) => {
  const service = await startPushService();
  // The one without a window ends at a notification.
  const browser = await chromium.launch({ ...WHOLE_CHROMIUM, args: QUIET_CHROMIUM });
  const [ada, dev] = [await arrive("ada"), await arrive("dev", { browser })];
  const reader = newPushReader();
  try {
    await dev.context.grantPermissions(["notifications"], { origin: product.url });
    await dev.page.goto("/");
    await dev.call("POST", `/api/people/${ada.id}/follow`);
    const endpoint = `${service.origin}/push/dev`;
    await dev.call("PUT", "/api/me/push-subscriptions", { endpoint, keys: reader.keys }, 204);
    // Other tests let Ada go live a moment ago, and whoever does so again soon is not pushed again.
    await askDatabase(product.dataFolder, "UPDATE going_live SET at = at - interval '1 day' WHERE person_id = $1", [
      ada.id,
    ]);
    const bell = dev.page.getByRole("link", { name: /^Notifications/ });
    await dev.page.goto("/notifications");
    await expect(bell).toHaveAccessibleName("Notifications");
    await dev.page.goto("/");

    const { room } = await ada.call<{ room: { id: string } }>("POST", "/api/rooms", { title: "Owls" }, 201);
    await expect(bell).toHaveAccessibleName("Notifications, 1 new");
    await openTheStage(ada, room.id);

    await expect.poll(() => service.received.get("dev"), { timeout: 15_000 }).toBe(1);
    const pushed = reader.open(service.bodies.get("dev") ?? Buffer.alloc(0));
    expect(JSON.parse(pushed)).toEqual({
      title: "Ada Krüger is live",
      body: "Owls",
      url: `/rooms/${room.id}`,
      tag: room.id.replaceAll("-", ""),
    });
    expect(await shownBy(dev, pushed, product.url)).toEqual([
      { title: "Ada Krüger is live", url: `/rooms/${room.id}` },
    ]);

    await bell.click();
    await expect(dev.page.getByText("Ada Krüger opened “Owls”")).toBeVisible();
    await expect(bell).toHaveAccessibleName("Notifications");
    await dev.page.getByRole("link", { name: "Go there" }).first().click();
    await expect(dev.page).toHaveURL(new RegExp(`/rooms/${room.id}$`));
    await listen(dev, room.id);
    await expectTone(dev.page, TONES.ada);
    expect(service.received.get("dev")).toBe(1);
  } finally {
    // A room that Ada still leads would keep her from entering the next test's.
    for (const { id } of await roomsOf(ada)) await ada.context.request.delete(`/api/rooms/${id}`);
    await service.stop();
    await browser.close();
  }
});

async function roomsOf({ call }: Person): Promise<{ id: string }[]> {
  const { rooms } = await call<{ rooms: { id: string; title: string }[] }>("GET", "/api/rooms");
  return rooms.filter(({ title }) => title === "Owls");
}

/** Hands the service worker what was pushed; answers the notices that it shows. */
async function shownBy({ page, context }: Person, pushed: string, origin: string) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const browser = await context.newCDPSession(page);
  const registrationId = await registrationOf(browser);
  await browser.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data: pushed });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notices = await registration.getNotifications();
      return notices.map(({ title, data }) => ({ title, url: (data as { url: string }).url }));
    });
  await expect.poll(async () => (await shown()).length).toBe(1);
  return shown();
}

async function registrationOf(browser: CDPSession): Promise<string> {
  const found = new Promise<string>((resolve) => {
    browser.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [registration] = registrations;
      if (registration) resolve(registration.registrationId);
    });
  });
  await browser.send("ServiceWorker.enable");
  return found;
}
