/** What somebody may call an episode, and what is to be read of it: `shown` where that is not the same. */
export const HOSTILE_TEXTS: { name: string; text: string; shown?: string }[] = [
  {
    name: "a property after a line end",
    text: "Talk\r\nATTENDEE:mailto:eve@example.org",
    shown: "Talk ATTENDEE:mailto:eve@example.org",
  },
  { name: "an end of the event", text: "Talk\nEND:VEVENT\nBEGIN:VALARM", shown: "Talk END:VEVENT BEGIN:VALARM" },
  { name: "a lone carriage return", text: "Talk\rSTATUS:CANCELLED", shown: "Talk STATUS:CANCELLED" },
  { name: "other line ends", text: "a\u2028b\u2029c\u0085d\u000be", shown: "a b c d e" },
  { name: "a folded line", text: "Talk\r\n folded", shown: "Talk  folded" },
  { name: "what the grammar escapes", text: 'a,b;c\\d:e"f\\nG\\,h' },
  { name: "markup", text: "<script>alert(1)</script> & \"Tom\" 'Jerry' ]]> <!-- &lt;b&gt;" },
  { name: "the end of a feed", text: "</title></channel></rss><?xml version='1.0'?>" },
  { name: "emoji of several code points", text: "👨‍👩‍👧‍👦 family 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👋🏽" },
  { name: "Arabic", text: "حلقة عن الموسيقى، الجزء ٢" },
  { name: "a turned direction", text: "safe \u202egpj.exe\u2066 x\u2069", shown: "safe gpj.exe x" },
  { name: "marks of byte order", text: "\ufeffTalk\ufeff", shown: "Talk" },
  { name: "controls", text: "a\u0000b\u0007c\u001bd\ufffee\uffff", shown: "abcde" },
  { name: "half a character", text: "a\ud83db", shown: "ab" },
  { name: "a long line of three bytes a letter", text: "日本語のとても長い題".repeat(20) },
  { name: "a long line of four bytes a letter", text: "𝄞🎵𐍈".repeat(40) },
  { name: "a long line that mixes", text: "a🎵é日".repeat(60) },
];
