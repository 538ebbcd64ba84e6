import { expect, it } from "vitest";
import { type Shared, sharedTo } from "@/lib/domain/sharing/shared-to";

const ORIGIN = "https://rooms.example.org";

it.each<[string, Shared, string]>([
  ["a link of ours opens its page", { url: `${ORIGIN}/rooms/1?invite=x` }, "/rooms/1?invite=x"],
  ["also where it stands in the text", { text: `Come! ${ORIGIN}/people/ada` }, "/people/ada"],
  ["another site's is looked for by its words", { title: "Owls", url: "https://a.example/rooms/1" }, "/search?q=Owls"],
  ["words are looked for", { text: "night trains & owls" }, "/search?q=night%20trains%20%26%20owls"],
  ["nothing leads home", {}, "/"],
  [
    "nobody is led to another site",
    { url: `${ORIGIN}//evil.example` },
    `/search?q=${encodeURIComponent(`${ORIGIN}//evil.example`)}`,
  ],
  ["nor by a name that begins like ours", { url: `${ORIGIN}.evil.example/rooms/1`, title: "x" }, "/search?q=x"],
])("%s", (_, shared, path) => expect(sharedTo(shared, ORIGIN)).toBe(path));
