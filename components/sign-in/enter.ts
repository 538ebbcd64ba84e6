/**
 * Goes on as the person who has just signed in. The whole page is loaded anew: everything on it was somebody else's view,
 * and a room that a guest was in is joined again under the new name, in the same seat.
 */
export const enter = (next: string): void => location.assign(next);
