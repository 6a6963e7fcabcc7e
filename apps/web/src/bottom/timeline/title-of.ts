import { frameOwner } from '@jacquard/canvas';
import type { Descriptors, Language } from '@jacquard/flow';
import type { TimelineModel } from './timeline-model.ts';

/** What the node of a step was called in its run, or the loop that a turn belongs to. */
export function titleOf(
  { nodeOf }: Pick<TimelineModel, 'nodeOf'>,
  path: string,
  descriptors: Descriptors,
  language: Language,
): string {
  const own = path.endsWith('/') ? (frameOwner(path)?.scope ?? path) : path;
  const node = nodeOf(own);
  return node?.title ?? (node && descriptors.get(node.type)?.title[language]) ?? own.slice(own.lastIndexOf('/') + 1);
}
