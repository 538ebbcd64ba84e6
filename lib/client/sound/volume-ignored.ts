let ignored: boolean | null = null;

/** Whether elements have no volume of their own here: iPhones leave it to their keys. Found out once, on an element that plays nothing. */
export function volumeIsIgnored(): boolean {
  if (ignored === null) {
    const probe = document.createElement("audio");
    probe.volume = 0.5;
    ignored = Math.abs(probe.volume - 0.5) > 0.01;
  }
  return ignored;
}
