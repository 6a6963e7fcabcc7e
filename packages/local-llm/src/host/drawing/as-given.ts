/** A distribution as the model gives it: nothing is cut off, and nothing sharpened or levelled. */
export const asGiven = { temperature: 1, topK: 0, topP: 1, minP: 0 } as const;
