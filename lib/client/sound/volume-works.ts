import { pageContext } from "./page-context";
import { volumeIsIgnored } from "./volume-ignored";

/** Whether somebody can be played at another volume than they come in: by their element, or else by the page's audio context while that runs. */
export const volumeWorks = (): boolean => !volumeIsIgnored() || pageContext.running() !== null;

/** Tells whenever that may have changed. */
export const watchVolume = pageContext.watch;
