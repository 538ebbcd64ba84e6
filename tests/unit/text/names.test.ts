import { describe, expect, test } from "vitest";
import { isNameOfRank } from "@/lib/domain/names/ranks";
import { readName } from "@/lib/domain/names/read-name";
import { looksLike, skeletonsOf } from "@/lib/domain/names/skeleton";

describe("a name of rank, or of the instance, is nobody's", () => {
  test.each([
    "Admin",
    "ADMIN",
    "admin ✓",
    "4dm1n",
    "@dmin",
    "Аdmіn",
    "Àdmîn",
    "A d m i n",
    "A.d.m.i.n",
    "Admin 2",
    "admin_2",
    "AdminTeam",
    "adminteam",
    "ＡＤＭＩＮ",
    "𝐀𝐝𝐦𝐢𝐧",
    "ᴀᴅᴍɪɴ",
    "Ⓐⓓⓜⓘⓝ",
    "Admln",
    "M0derator",
    "Moderatorin",
    "Ben (Moderator)",
    "moderator-ben",
    "Host",
    "The Host",
    "Gastgeberin",
    "Plenum",
    "Plenum Support",
    "plenumsupport",
    "PLENUM",
    "Рlеnum",
    "Plenurn",
    "Support",
    "Support Team",
    "Das Team",
    "Kundendienst",
    "Official Support",
    "администратор",
    "Модератор Иван",
    "管理员",
    "モデレーター",
    "관리자",
    "مدير",
    "מנהל",
    "Διαχειριστής",
    "🅰🅳🅼🅸🅽",
    "🅐🅓🅜🅘🅝 Ben",
    "Ⓐⓓⓜⓘⓝ Ben",
    "🇦 🇩 🇲 🇮 🇳",
    "Ben (Host)",
    "[Mod] Ben",
    "Ben 🅼🅾🅳",
    "Ben | Support",
    "Ben · Host",
    "Host: Ben",
    "Ben – Team",
    "🎙 Host 🎙 Ben",
    "Ben verified",
    "Moderation",
    "مـــديـــر",
    "אדמין",
    "もでれーたー",
    "Quản trị viên",
    "Ylläpitäjä",
  ])("%s", (name) => {
    expect(isNameOfRank(name)).toBe(true);
    expect(readName(name)).toEqual({ ok: false, refusal: "name_of_rank" });
  });

  test.each([
    "Ada",
    "Ada Lovelace",
    "Kai Host",
    "Kai Host (they)",
    "Jean L’Hôte",
    "Ada 🇩🇪",
    "Anna-Maria | Team Kiel",
    "Joan Col·lell",
    "Ben (Berlin)",
    "Peter Høst",
    "Badminton Bea",
    "Adminah Okoro",
    "Systema Jones",
    "Teamy",
    "Иван",
    "Ольга",
    "山田　太郎",
    "Mod Ali",
    "Root Vegetable",
    "Bo T.",
    "M. Support-Smith",
    "Ali",
    "李",
    "👻",
    "Guest 12",
    "😀".repeat(60),
  ])("%s is a name like any other", (name) => {
    expect(readName(name)).toEqual({ ok: true, value: name });
  });
});

describe("a badge is taken out of a name", () => {
  test.each([
    "Ada ✓",
    "✔️ Ada",
    "Ada ☑",
    "Ada ✅",
    "Ada 🗸",
    "⚑ Ada",
    "Ada 🛡️",
    "Ada 🎖",
    "Ada √",
    "Ada ꪜ",
    "Ada 👑",
    "♛ Ada",
  ])("%s", (name) => {
    expect(readName(name)).toEqual({ ok: true, value: "Ada" });
  });

  test("a name of badges alone is refused, and the answer says why", () => {
    expect(readName("✓✔️")).toEqual({ ok: false, refusal: "nothing_to_see", facts: { character: "U+2713" } });
  });

  test("flags are nobody's badge", () => {
    expect(readName("Ada 🏳️‍🌈 🇩🇪")).toEqual({ ok: true, value: "Ada 🏳️‍🌈 🇩🇪" });
  });
});

const alike = (one: string, other: string): boolean => looksLike(skeletonsOf(one), skeletonsOf(other));

describe("a name passes for another", () => {
  test.each([
    ["Ada", "Аdа"],
    ["Ada", "ADA"],
    ["Ada", "Ädä"],
    ["Ada", "Ada ✓"],
    ["Ada", "A d a"],
    ["Ada", "A\u200dda"],
    ["Ada", "Αdα"],
    ["Ada Lovelace", "AdaLovelace"],
    ["Ada", "𝓐𝓭𝓪"],
    ["Ben", "ВЕN"],
    ["Cleo", "C1eo"],
    ["Cleo", "Сlео"],
    ["Ian", "lan"],
    ["Bernd", "Bemd"],
    ["Анна", "АННА"],
    ["Вова", "Boвa"],
    ["علي", "علی"],
    ["Ada", "ᴀᴅᴀ"],
    ["Ada", "🅐🅓🅐"],
    ["Ada", "🅰🅳🅰"],
    ["محمد", "محمـــد"],
    ["Ada", "Ａｄａ"],
    ["Dev", "Dev."],
    ["👻", "👻 "],
    ["Trân", "Trân".normalize("NFD")],
    ["Νίκος", "νικος"],
  ])("%s and %s", (one, other) => {
    expect(alike(one, other)).toBe(true);
    expect(alike(other, one)).toBe(true);
  });

  test.each([
    ["Ada", "Adam"],
    ["Ada", "Dada"],
    ["Ben", "Bea"],
    ["Cleo", "Leo"],
    ["Анна", "Инна"],
    ["👻", "😀"],
    ["山田", "山本"],
    ["Ada", "Ида"],
    ["김", "강"],
  ])("not %s for %s", (one, other) => {
    expect(alike(one, other)).toBe(false);
  });
});
