import { skeleton, skeletonsOf, unboxed } from "./skeleton";

/** Who runs an instance or a room, as people call them: no name holds such a word. */
const RANKS = `
plenum admin admins administration administrator administrators administrateur administratrice administrador administradora
amministratore administratör beheerder administratorin sysadmin superadmin superuser webmaster moderation moderator moderators
moderatorin moderatoren moderateur modératrice moderador moderadora moderatore moderatör moderaattori moderadores moderatorka administratorka administradores ylläpitäjä ylläpito rendszergazda
verified verifiziert verificado verificada verificato vérifié vérifiée 認証済み 已认证 已認證
админ администратор администратора администраторы админы модератор модераторы модераторка верифицирован адмін адміністратор администрация
διαχειριστής συντονιστής
مدير مشرف المدير المشرف ادمین منتظم
מנהל מנהלת אדמין מודרטור
管理员 管理員 管理者 管理人 版主 モデレーター もでれーたー アドミン あどみん 運営 官方
관리자 운영자 모더레이터 어드민
एडमिन मॉडरेटर प्रशासक অ্যাডমিন நிர்வாகி ผู้ดูแล ผู้ดูแลระบบ แอดมิน yönetici pentadbir quảntrị quảntrịviên kiểmduyệtviên`;

/** Words that only pass for a rank where nothing else stands beside them: Host is a surname too. */
const WEAK = `
host hosts cohost gastgeber gastgeberin hote hôte hôtesse anfitrión anfitriona anfitrião gastheer gastvrouw vært isäntä házigazda hostitel gospodarz prowadzący prowadząca
animateur animatrice voditelj sunucu organizer veranstalter operator ведущий ведущая ведучий ведуча 主持人 主持 司会 司会者 ホスト 진행자 호스트 المضيف מארח מנחה
support hilfe help helpdesk kundendienst kundenservice customer service soporte supporto assistance поддержка підтримка 客服 サポート 고객센터 الدعم תמיכה
system systems security sicherheit safety trust official offiziell oficial officiel ufficiale официальный 公式
staff team crew bot owner betreiber inhaber leitung správce mod mods root everyone`;

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
 * Host", "Ben [Mod]". "Kai Host" does not.
 */
export function isNameOfRank(given: string): boolean {
  const name = unboxed(given);
  const written = [...name].map((char) => LEET[char] ?? char).join("");
  return [...new Set([name, written, apart(name), apart(written), ...setApart(boxesApart(given))])].some(
    (text) => passes(wordsOf(text)) || isMadeOfThem(skeleton(text)),
  );
}

/** What sets a part of a name apart from the rest, as a title is: brackets, pictures, bars, and dashes with space around. */
const APART = /[\p{Ps}\p{Pe}«»“”„/\\:;~*=<>•·●]|\p{So}|\s[\p{Pd}|_+&!]+\s|^[\p{Pd}|]+|[\p{Pd}|]+$/u;

/** The parts of a name that stand apart; each is judged as a name of its own. */
const setApart = (name: string): string[] => name.split(APART).filter((part) => part.trim() !== "");

/** Letters in boxes set themselves apart from those without. */
const boxesApart = (name: string): string =>
  unboxed(name.replace(/[\u{1f130}-\u{1f189}\u24b6-\u24e9]+/gu, (letters) => `(${letters})`));

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
