/**
 * The named cast that seed, tests and the demo use: Ada hosts, Ben moderates, Cleo speaks, Dev listens, Eve is banned.
 * Vera and Milan are the two voices of the demo room. The first five are the one-tap accounts of local mode.
 */
export type CastMember = { handle: string; name: string; bio: string; languages: string[] };

export const CAST: readonly CastMember[] = [
  {
    handle: "ada",
    name: "Ada Krüger",
    bio: "Hosts Night Trains, every Thursday. Reads timetables for fun.",
    languages: ["de", "en"],
  },
  { handle: "ben", name: "Ben Okafor", bio: "Moderates so that others can talk. Radio by day.", languages: ["en"] },
  {
    handle: "cleo",
    name: "Cleo Marin",
    bio: "Builds bridges, the steel kind. Often on stage, rarely short of words.",
    languages: ["en", "fr"],
  },
  { handle: "dev", name: "Dev Patel", bio: "Here to listen. Raises a hand when it matters.", languages: ["en"] },
  { handle: "eve", name: "Eve Sander", bio: "Was asked to leave Night Trains, and knows why.", languages: ["en"] },
  {
    handle: "vera",
    name: "Vera Solis",
    bio: "Shows newcomers around, one question at a time.",
    languages: ["en", "es"],
  },
  { handle: "milan", name: "Milan Ott", bio: "Answers Vera's questions. Most of them.", languages: ["en", "de"] },
  {
    handle: "jonas",
    name: "Jonas Weidner",
    bio: "Lokaljournalist. Fragt so lange, bis es jemand versteht.",
    languages: ["de"],
  },
  {
    handle: "amira",
    name: "Amira Haddad",
    bio: "Kinderärztin in Essen. Sonntags Sprechstunde ohne Wartezimmer.",
    languages: ["de", "ar"],
  },
  { handle: "tomasz", name: "Tomasz Lewandowski", bio: "Beekeeper, two hives too many.", languages: ["pl", "en"] },
  {
    handle: "ines",
    name: "Inês Carvalho",
    bio: "Conta histórias de Lisboa, com eléctrico ao fundo.",
    languages: ["pt", "en"],
  },
  { handle: "mika", name: "Mika Lehtonen", bio: "Synth repair, solder burns, long answers.", languages: ["fi", "en"] },
  { handle: "hana", name: "Hana Suzuki", bio: "Translates poems and, for money, manuals.", languages: ["ja", "en"] },
  { handle: "oskar", name: "Oskar Brandt", bio: "Schachtrainer. Verliert gern gegen Achtjährige.", languages: ["de"] },
  { handle: "leila", name: "Leila Farahani", bio: "City planner who walks everywhere.", languages: ["en", "fa"] },
  {
    handle: "samuel",
    name: "Samuel Adeyemi",
    bio: "Teaches physics. Apologises for the chalk dust.",
    languages: ["en"],
  },
  { handle: "greta", name: "Greta Thalberg", bio: "Bäckerin. Schläft, wenn andere reden.", languages: ["de"] },
  { handle: "noor", name: "Noor van Dijk", bio: "Sails, capsizes, sails.", languages: ["nl", "en"] },
  { handle: "pavel", name: "Pavel Novák", bio: "Collects field recordings of empty rooms.", languages: ["cs", "en"] },
  { handle: "yuki", name: "Yuki Tanaka", bio: "Film editor. Believes in silence.", languages: ["ja", "en"] },
  { handle: "marta", name: "Marta Rossi", bio: "Archivist of a small town's large secrets.", languages: ["it", "en"] },
  { handle: "felix", name: "Felix Baumann", bio: "Pflegt einen Kleingarten und ein großes Maul.", languages: ["de"] },
  {
    handle: "aisha",
    name: "Aisha Diallo",
    bio: "Marathon pacer: always on time, never first.",
    languages: ["fr", "en"],
  },
  { handle: "ravi", name: "Ravi Menon", bio: "Open-source maintainer. Says no, kindly.", languages: ["en"] },
  {
    handle: "clara",
    name: "Clara Winter",
    bio: "Liest vor. Am liebsten Krimis, am liebsten leise.",
    languages: ["de"],
  },
  { handle: "diego", name: "Diego Fuentes", bio: "Cocina lenta, opiniones rápidas.", languages: ["es", "en"] },
  {
    handle: "nadia",
    name: "Nadia Petrova",
    bio: "Watches stars for a living and clouds for free.",
    languages: ["en", "uk"],
  },
];

/** The last ones joined within the week and wear the party hat; the others came long ago, in their order. */
export const NEWCOMERS = 3;

/** Who follows whom, by handle, among those whose follows the tests and the demo count on. */
export const FOLLOWS: readonly (readonly [follower: string, followee: string])[] = [
  ["dev", "ada"],
  ["dev", "cleo"],
  ["dev", "vera"],
  ["ben", "ada"],
  ["ben", "vera"],
  ["cleo", "ada"],
  ["cleo", "ben"],
  ["ada", "ben"],
  ["ada", "cleo"],
  ["ada", "milan"],
  ["eve", "ada"],
  ["vera", "milan"],
  ["milan", "vera"],
];
