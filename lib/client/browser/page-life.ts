/** `gone`: the page is being left or closed. `back`: the browser shows it again as it was. */
export function onPageLife({ gone, back }: { gone: () => void; back: () => void }): void {
  addEventListener("pagehide", gone);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) back();
  });
}
