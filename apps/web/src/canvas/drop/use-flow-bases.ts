import type { KnowledgeSummary } from '@jacquard/protocol';
import { useKnowledgeBases } from '../../knowledge/use-knowledge.ts';
import { useEditor } from '../../state/editor-store.ts';
import { basesOfFlow } from './bases-of-flow.ts';

/** The knowledge bases that the open flow names, and that are there, in the order of the flow's file. */
export function useFlowBases(): readonly KnowledgeSummary[] {
  const document = useEditor(({ history }) => history?.document);
  const descriptors = useEditor((state) => state.descriptors);
  const { data } = useKnowledgeBases();
  const named = document ? basesOfFlow(document, descriptors) : [];
  return named.flatMap((id) => data?.bases.find((base) => base.id === id) ?? []);
}
