import { Annotation, END, START, StateGraph } from '@langchain/langgraph';

/** The same steps awaited one after the other, and nothing else. */
export async function bareLoop(length: number): Promise<void> {
  const step = async ({ value }: { value: number }): Promise<{ value: number }> => ({ value: value + 1 });
  let state = { value: 0 };
  for (let at = 0; at < length; at += 1) state = await step(state);
  if (state.value !== length) throw new Error('wrong sum');
}

const State = Annotation.Root({
  value: Annotation<number>({ reducer: (left, right) => left + right, default: () => 0 }),
});

/** A chain of as many nodes in LangGraph, compiled once. */
export function langGraphChain(length: number): () => Promise<void> {
  const graph = new StateGraph(State);
  const names = Array.from({ length }, (_, at) => `s${at}`);
  for (const name of names) graph.addNode(name, async () => ({ value: 1 }));
  const edges = graph as unknown as { addEdge(from: string, to: string): void }; // boundary: its types know only names written out
  for (const [at, name] of names.entries()) edges.addEdge(at === 0 ? START : `s${at - 1}`, name);
  edges.addEdge(`s${length - 1}`, END);
  const compiled = graph.compile();
  return async () => {
    const { value } = await compiled.invoke({ value: 0 }, { recursionLimit: length + 10 });
    if (value !== length) throw new Error('wrong sum');
  };
}

/** As many nodes side by side in LangGraph, and one that all lead to. */
export function langGraphWide(width: number): () => Promise<void> {
  const graph = new StateGraph(State);
  const names = Array.from({ length: width }, (_, at) => `s${at}`);
  for (const name of names) graph.addNode(name, async () => ({ value: 1 }));
  graph.addNode('total', async () => ({ value: 0 }));
  const edges = graph as unknown as { addEdge(from: string, to: string): void }; // boundary: as above
  for (const name of names) {
    edges.addEdge(START, name);
    edges.addEdge(name, 'total');
  }
  edges.addEdge('total', END);
  const compiled = graph.compile();
  return async () => {
    const { value } = await compiled.invoke({ value: 0 }, { recursionLimit: width + 10 });
    if (value !== width) throw new Error('wrong sum');
  };
}
