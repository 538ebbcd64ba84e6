// Makes vera.wav.gz and milan.wav.gz, which the relay plays in the demo room: node prisma/voices/make.mjs
// Needs flite and sox. The files are committed, so nobody needs to run this to start Plenum.
// Each voice has a file of its own, silent while the other talks; both are of one length and together one loop.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const RATE = 16_000;
const RMS_DB = -18;

/** flite's free voices; a little slower than they come, which is easier to follow. */
const SPEAKERS = { vera: { voice: "slt", stretch: 1.06 }, milan: { voice: "rms", stretch: 1.02 } };

/** Who says what, and the pause after it in seconds. The last pause is where the loop closes. */
const DIALOGUE = [
  ["vera", "Milan, somebody just came in. Shall we tell them where they are?", 0.45],
  [
    "milan",
    "Good idea. Welcome to Plenum. This is a room: a place where a few people talk, and everybody else can listen.",
    0.4,
  ],
  ["vera", "You hold a seat in the audience now. You need no account for it, and your microphone stays off.", 0.5],
  ["milan", "And the two of us sit on the stage. Whoever sits up here can be heard by the whole room.", 0.4],
  ["vera", "So what do I do, if I am listening, and I would like to say something?", 0.35],
  ["milan", "You raise your hand. A host or a moderator sees it, and offers you a seat next to us.", 0.3],
  ["vera", "But nobody is put on stage before they say yes.", 0.35],
  ["milan", "Exactly. And when you have said enough, you simply step down, and keep your place in the room.", 0.5],
  ["vera", "How many people fit in here, by the way?", 0.35],
  ["milan", "Five thousand. Every seat is counted, so nobody ever sits on your lap.", 0.45],
  ["vera", "That is reassuring. If you want to look around, the other rooms are in the hallway.", 0.4],
  ["milan", "Or stay a little. We have nowhere else to be.", 1.6],
];

const folder = mkdtempSync(join(tmpdir(), "voices-"));
try {
  const turns = DIALOGUE.map(([speaker, text, pause], index) => ({
    speaker,
    pause,
    samples: speak(speaker, text, index),
  }));
  const length = turns.reduce((sum, turn) => sum + turn.samples.length + Math.round(turn.pause * RATE), 0);
  for (const speaker of Object.keys(SPEAKERS)) {
    const track = new Int16Array(Math.ceil(length / 160) * 160);
    let at = 0;
    for (const turn of turns) {
      if (turn.speaker === speaker) track.set(turn.samples, at);
      at += turn.samples.length + Math.round(turn.pause * RATE);
    }
    writeFileSync(new URL(`${speaker}.wav.gz`, import.meta.url), gzipSync(wav(track), { level: 9 }));
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** One turn as samples: trimmed, levelled, edges faded so that nothing clicks. */
function speak(speaker, text, index) {
  const { voice, stretch } = SPEAKERS[speaker];
  const raw = join(folder, `${index}.wav`);
  const trimmed = join(folder, `${index}-trimmed.wav`);
  const done = join(folder, `${index}-done.raw`);
  execFileSync("flite", ["-voice", voice, "--setf", `duration_stretch=${stretch}`, "-t", text, "-o", raw]);
  const silence = ["silence", "1", "0.02", "0.5%", "reverse"];
  execFileSync("sox", [
    raw,
    "-r",
    String(RATE),
    "-c",
    "1",
    trimmed,
    "highpass",
    "80",
    ...silence,
    ...silence,
    "compand",
    "0.005,0.12",
    "6:-60,-60,-30,-22,-12,-12,0,-7",
    "gain",
    "-h",
  ]);
  const rms = Number(
    /RMS lev dB\s+(\S+)/.exec(execFileSync("sh", ["-c", `sox "${trimmed}" -n stats 2>&1`]).toString())[1],
  );
  execFileSync("sox", [
    trimmed,
    "-t",
    "raw",
    "-e",
    "signed",
    "-b",
    "16",
    "-D",
    done,
    "gain",
    "-l",
    String(RMS_DB - rms),
    "fade",
    "q",
    "0.01",
    "-0",
    "0.03",
  ]);
  const bytes = readFileSync(done);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** 16-bit mono WAV. */
function wav(samples) {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}
