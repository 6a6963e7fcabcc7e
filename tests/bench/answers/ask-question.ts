import { citedAnswerSchema, type CitedAnswer } from '@jacquard/flow';
import type { ChatModel, KnowledgeBase, NodeDefinition } from '@jacquard/node-kit';
import { runNode } from '@jacquard/node-kit/testing';
import type { BenchQuestion } from './read-questions.ts';
import { retrievalFamily } from './retrieval-family.ts';

/** Asks a base as the example flow does: search with the conversation, then answer with sources. */
export async function askQuestion(
  { question, history = [] }: BenchQuestion,
  knowledge: KnowledgeBase,
  model: ChatModel | undefined,
): Promise<CitedAnswer> {
  const found = await runNode(nodeOf('retrieval.search'), { inputs: { knowledge, query: question, history } });
  const { passages, report } = found.outputs;
  const inputs = { question, passages, report, ...(model && { model }) };
  const answered = await runNode(nodeOf('retrieval.answer-with-sources'), { inputs });
  return citedAnswerSchema.parse(answered.outputs['answer']);
}

function nodeOf(type: string): NodeDefinition {
  const node = retrievalFamily.nodes.find(({ descriptor }) => descriptor.type === type);
  if (!node) throw new Error(`no such node type: ${type}`);
  return node;
}
