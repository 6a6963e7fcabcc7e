/** Pixels of a row of the timeline; that of the style sheet. */
export const rowHeight = 28;
