/** What a piece of a recording is called in the store. */
export const pieceName = (recordingId: string, number: number): string => `${recordingId}-${number}.ogg`;
