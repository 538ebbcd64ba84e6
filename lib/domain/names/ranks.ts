import { skeleton, skeletonsOf } from "./skeleton";

/** Who runs an instance or a room, as people call them: no name holds such a word. */
const RANKS = `
plenum admin admins administrator administrators administrateur administratrice administrador administradora
amministratore administratör beheerder administratorin sysadmin superadmin superuser webmaster moderator moderators
moderatorin moderatoren moderateur modératrice moderador moderadora moderatore moderatör moderaattori
админ администратор администратора модератор модераторка адмін адміністратор администрация
διαχειριστής συντονιστής
مدير مشرف المدير المشرف
מנהל מנהלת
管理员 管理員 管理者 管理人 版主 モデレーター アドミン 運営 官方
관리자 운영자 모더레이터 어드민
एडमिन मॉडरेटर प्रशासक অ্যাডমিন நிர்வாகி ผู้ดูแล ผู้ดูแลระบบ yönetici`;

/** Words that only pass for a rank where nothing else stands beside them: Host is a surname too. */
const WEAK = `
host hosts cohost gastgeber gastgeberin hote hôte hôtesse anfitrión anfitriona ведущий ведущая 主持人 主持 ホスト 진행자 호스트 المضيف מארח
support hilfe help helpdesk kundendienst kundenservice customer service soporte supporto assistance поддержка підтримка 客服 サポート 고객센터 الدعم תמיכה
system systems security sicherheit safety trust official offiziell oficial officiel ufficiale официальный 公式 verified verifiziert
staff team crew bot owner betreiber inhaber leitung mod mods root everyone`;

/** Said beside a rank without making it a name. */
const BESIDE = "the a der die das le la el of und and & von your our dein unser";

/** Digits and signs that stand for letters. */
const LEET: Record<string, string> = {
  "4": "a",
  "¡": "i",
  "@": "a",
  "3": "e",
  "€": "e",
  "5": "s",
  $: "s",
  "7": "t",
  "+": "t",
  "9": "g",
  "8": "b",
};

const looksOf = (words: string): Set<string> => new Set(words.trim().split(/\s+/).flatMap(skeletonsOf));

const ranks = looksOf(RANKS);
const weak = looksOf(WEAK);
const beside = looksOf(BESIDE);

/**
 * Whether a name passes for somebody who runs this instance or leads a room: "Admin", "M0derator Ben", "P l e n u m", "The
 * Host". "Kai Host" does not.
 */
export function isNameOfRank(name: string): boolean {
  const written = [...name].map((char) => LEET[char] ?? char).join("");
  return [...new Set([name, written, apart(name), apart(written)])].some(
    (text) => passes(wordsOf(text)) || isMadeOfThem(skeleton(text)),
  );
}

/** The looks of each word. */
const wordsOf = (text: string): (readonly string[])[] =>
  text
    .split(/[^\p{L}\p{M}\p{N}|!]+/u)
    .filter(Boolean)
    .map(skeletonsOf);

/** `iAmAdmin2` in words: where case changes, and without the number behind. */
const apart = (text: string): string =>
  text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").replace(/\p{Nd}+(?=\P{L}|$)/gu, " ");

/** Holds a rank, or nothing but what means one where it stands alone. */
function passes(words: readonly (readonly string[])[]): boolean {
  const among = (list: ReadonlySet<string>) => (looks: readonly string[]) => looks.some((look) => list.has(look));
  if (words.some(among(ranks))) return true;
  return words.some(among(weak)) && words.every((looks) => among(weak)(looks) || among(beside)(looks));
}

/** Shorter words are found inside anything. */
const SHORTEST_PART = 4;

const parts = [...ranks, ...weak].filter((word) => word.length >= SHORTEST_PART);

/** Whether a whole look is such words in a row, written together or letter by letter: `plenumsupport`. */
function isMadeOfThem(look: string): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < look.length; at++) {
    if (!reached.has(at)) continue;
    for (const part of parts) if (look.startsWith(part, at)) reached.add(at + part.length);
  }
  return look !== "" && reached.has(look.length);
}
