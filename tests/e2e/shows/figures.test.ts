import { expect } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";
import { listen } from "@/tests/e2e/support/room-page";
import { parseCsv } from "@/tests/support/csv/parse-csv";

test("Ada sees the figures of her room once it is over, as a chart, as a table and as CSV; Dev, who was there, does not", async ({
  arrive,
}) => {
  const [ada, dev] = [await arrive("ada"), await arrive("dev")];
  const { room } = await ada.call<{ room: { id: string } }>("POST", "/api/rooms", { title: "Owls counted" }, 201);
  await listen(ada, room.id);
  await listen(dev, room.id);
  await dev.call("POST", `/api/rooms/${room.id}/hand`, { question: "How many?" });
  await ada.call("GET", `/api/rooms/${room.id}/figures`, undefined, 404);
  await expect.poll(async () => (await ada.context.request.delete(`/api/rooms/${room.id}`)).ok()).toBe(true);

  await ada.page.goto(`/rooms/${room.id}`);
  await ada.page.getByRole("link", { name: "Figures of this room" }).click();
  await expect(ada.page.getByRole("heading", { level: 1 })).toContainText("Owls counted");
  const chart = ada.page.getByRole("img", { name: /2 people in all, 2 at most at once/ });
  await expect(chart.locator("canvas")).toBeVisible();
  await expect(chart.locator("[data-state=drawn]")).toBeVisible();
  await expect(ada.page.getByText("How many?")).toBeVisible();
  await ada.page.getByText("Show as a table").click();
  await expect(ada.page.getByRole("table").getByRole("cell", { name: "2", exact: true }).first()).toBeVisible();

  const download = ada.page.waitForEvent("download");
  await ada.page.getByRole("link", { name: "Download as CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("figures.csv");
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const lines = parseCsv(Buffer.concat(chunks).toString("utf8"));
  const values = (figure: string) => lines.filter((line) => line.figure === figure).map(({ value }) => value);
  expect(["people", "peak", "hands_raised"].map(values)).toEqual([["2"], ["2"], ["1"]]);
  expect(lines.find(({ figure }) => figure === "question_asked_by")).toMatchObject({ of: "How many?", value: "1" });

  await dev.page.goto(`/rooms/${room.id}`);
  await expect(dev.page.getByText("This room has ended")).toBeVisible();
  await expect(dev.page.getByRole("link", { name: "Figures of this room" })).toHaveCount(0);
  await dev.call("GET", `/api/rooms/${room.id}/figures`, undefined, 404);
  expect((await dev.context.request.get(`/rooms/${room.id}/figures`)).status()).toBe(404);
});
