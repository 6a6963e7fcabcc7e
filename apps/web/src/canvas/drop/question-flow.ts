import { type Descriptors, type FlowDocument, type FlowNode } from '@jacquard/flow';

/** What the flow is called in, and the base that it asks. */
export interface QuestionFlowOptions {
  readonly base: string;
  readonly titles: { readonly question: string; readonly search: string; readonly reply: string };
}

const from = (address: string): { readonly from: string } => ({ from: address });

/**
 * Nodes that answer questions from a knowledge base, for pasting into a flow. Where the node types of it are not all
 * there, nothing: undefined.
 *
 *     question ─┬────────────▶ search ─▶ answer ─▶ reply
 *               └──────────────────────▶   ▲
 *     history, library ──────▶ search      model
 */
export function questionFlow(
  { base, titles }: QuestionFlowOptions,
  descriptors: Descriptors,
): FlowDocument | undefined {
  const nodes: Record<string, FlowNode> = {
    question: { type: 'io.chat-input', title: titles.question },
    history: { type: 'memory.chat-history', inputs: { keep: 'last', count: 4 } },
    library: { type: 'retrieval.knowledge-base', inputs: { knowledge: base } },
    search: {
      type: 'retrieval.search',
      title: titles.search,
      inputs: {
        knowledge: from('library.knowledge'),
        query: from('question.text'),
        history: from('history.messages'),
      },
    },
    model: { type: 'models.chat-model', inputs: { model: 'default', temperature: 0.1 } },
    answer: {
      type: 'retrieval.answer-with-sources',
      inputs: {
        model: from('model.model'),
        question: from('question.text'),
        passages: from('search.passages'),
        report: from('search.report'),
      },
    },
    reply: { type: 'io.chat-output', title: titles.reply, inputs: { text: from('answer.text') } },
  };
  const types = Object.values(nodes).map(({ type }) => [type, descriptors.get(type)?.version ?? 0] as const);
  if (types.some(([, version]) => version === 0)) return undefined;
  return {
    jacquard: 1,
    name: titles.question,
    nodes,
    types: Object.fromEntries(types),
    layout: {
      nodes: {
        question: { x: 0, y: 0 },
        history: { x: 0, y: 180 },
        library: { x: 0, y: 420 },
        search: { x: 330, y: 0 },
        model: { x: 330, y: 420 },
        answer: { x: 660, y: 0 },
        reply: { x: 990, y: 0 },
      },
    },
  };
}
