import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { pushText } from "@/lib/server/notifications/push-text";

const room = { id: "00000000-0000-4000-8000-000000000001", title: "Night trains" };

const NO_MORE = { club: null, guest: null, show: null, interpreting: null };

const OF_CLUBS = [
  ["invited", 0],
  ["asked", 0],
  ["asked", 7],
  ["let_in", 0],
] as const;

describe.each(LOCALES)("a push in %s", (locale) => {
  it("names who it is of, and leaves no place unfilled", () => {
    for (const kind of ["went_live", "speaking", "ping"] as const) {
      const text = pushText(locale, { kind, name: "Ada", others: 0, room, ...NO_MORE });
      expect(text.title).toContain("Ada");
      expect(text.title).not.toMatch(/\{\w+\}/);
      expect(text.body).toBe("Night trains");
    }
    const many = pushText(locale, { kind: "follow", name: "Ada", others: 7, room: null, ...NO_MORE });
    expect(many.title).toMatch(/Ada.*7/);
    expect(Object.values(many).join()).not.toMatch(/\{\w+\}/);
    for (const [news, others] of OF_CLUBS) {
      const club = { id: room.id, handle: "owls", name: "Owls", news };
      const text = pushText(locale, { kind: "club", name: "Ada", others, room: null, ...NO_MORE, club });
      expect(text.title).toMatch(others > 0 ? /Ada.*7/ : /Ada/);
      expect(text).toMatchObject({ body: "Owls", url: "/clubs/owls", tag: "00000000000040008000000000000001" });
      expect(text.title).not.toMatch(/\{\w+\}/);
    }
    const ofShow = { kind: "show", name: "Ada", others: 0, room: null } as const;
    const titles = (["host", "cohost"] as const).map((role) => {
      const text = pushText(locale, {
        ...ofShow,
        ...NO_MORE,
        show: { id: room.id, slug: "owls", title: "Owls", role },
      });
      expect(text).toMatchObject({ body: "Owls", url: "/shows/owls" });
      return text.title;
    });
    const invited = pushText(locale, { ...ofShow, ...NO_MORE, guest: room });
    expect(invited).toMatchObject({ body: "Night trains", url: `/guests/${room.id}` });
    const interpreting = { ...room, language: "de" };
    const asked = pushText(locale, { ...ofShow, ...NO_MORE, interpreting });
    expect(asked).toMatchObject({ body: "Night trains", url: `/rooms/${room.id}` });
    const all = [...titles, invited.title, asked.title];
    for (const title of all) expect(title).toContain("Ada");
    expect(new Set(all).size).toBe(4);
  });
});

it("keeps a name apart in a sentence that runs the other way", () => {
  expect(pushText("ar", { kind: "follow", name: "Ada!", others: 0, room: null, ...NO_MORE }).title).toContain(
    "\u2068Ada!\u2069",
  );
  expect(pushText("en", { kind: "follow", name: "شهد", others: 0, room: null, ...NO_MORE }).title).toContain(
    "\u2068شهد\u2069",
  );
});

it("speaks English where a browser subscribed in a language that there is no more", () => {
  expect(pushText("xx", { kind: "speaking", name: "Ada", others: 0, room, ...NO_MORE }).title).toBe("Ada is speaking");
});
