/** The largest batch: how many texts, and how many characters in all. One text alone may be longer. */
export interface BatchLimits {
  readonly texts: number;
  readonly characters: number;
}

/** Cuts a list of texts into neighbours that are embedded together, in order. */
export function batchTexts(texts: readonly string[], limits: BatchLimits): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let characters = 0;
  for (const text of texts) {
    const last = batches.at(-1);
    const isFull = !last || last.length >= limits.texts || characters + text.length > limits.characters;
    if (isFull) {
      batches.push([text]);
      characters = text.length;
    } else {
      last.push(text);
      characters += text.length;
    }
  }
  return batches;
}
