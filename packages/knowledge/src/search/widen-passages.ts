import type { Passage } from '@jacquard/flow';
import { joinPassages } from './join-passages.ts';

/** Passages of a document by their places, `from` to `to` inclusive. */
export type ReadAround = (passage: Passage, from: number, to: number) => readonly Passage[];

/**
 * Joins to each passage the `count` before and after it. No passage is given twice: what a better one took is not taken
 * again, and one that lies within a better one goes.
 */
export function widenPassages(found: readonly Passage[], count: number, readAround: ReadAround): Passage[] {
  if (count === 0) return [...found];
  const taken = new Set<string>();
  const place = ({ metadata }: Passage, position: number): string =>
    JSON.stringify([metadata.document, metadata.source, position]);
  return found.flatMap((passage) => {
    const { position } = passage.metadata;
    if (taken.has(place(passage, position))) return [];
    let [from, to] = [position, position];
    while (from > 0 && position - from < count && !taken.has(place(passage, from - 1))) from -= 1;
    while (to - position < count && !taken.has(place(passage, to + 1))) to += 1;
    const around = readAround(passage, from, to).filter(({ metadata }) => metadata.position !== position);
    for (let at = from; at <= to; at += 1) taken.add(place(passage, at));
    const joined = joinPassages([passage, ...around]);
    if (joined === undefined) return [];
    return [{ ...joined, id: passage.id, metadata: { ...joined.metadata, match: passage.metadata.match, position } }];
  });
}
