const RATE = 8_000;
const SECONDS = 0.5;
const HZ = 1_400;
const LOUDNESS = 40;

let address: string | null = null;

/** Plays the short tone by which everybody hears that a recording begins. Where the page may not sound, nothing happens. */
export function playRecordingTone(): void {
  address ??= `data:audio/wav;base64,${btoa(String.fromCharCode(...toneFile()))}`;
  void new Audio(address).play().catch(() => {});
}

/** A WAV file of eight bits a sample. It fades in and out, so that it does not click. */
function toneFile(): Uint8Array {
  const count = RATE * SECONDS;
  const file = new DataView(new ArrayBuffer(44 + count));
  const name = (at: number, text: string): void => {
    for (let place = 0; place < text.length; place++) file.setUint8(at + place, text.charCodeAt(place));
  };
  name(0, "RIFF");
  file.setUint32(4, 36 + count, true);
  name(8, "WAVEfmt ");
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE, true);
  file.setUint16(32, 1, true);
  file.setUint16(34, 8, true);
  name(36, "data");
  file.setUint32(40, count, true);
  for (let at = 0; at < count; at++) {
    const swell = Math.sin((Math.PI * at) / count);
    file.setUint8(44 + at, 128 + Math.round(LOUDNESS * swell * Math.sin((2 * Math.PI * HZ * at) / RATE)));
  }
  return new Uint8Array(file.buffer);
}
