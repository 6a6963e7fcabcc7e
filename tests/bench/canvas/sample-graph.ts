/** The graph that both sides draw: a grid of nodes, with a block in its middle that streams. */
export interface SampleGraph {
  readonly places: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  readonly wires: readonly { readonly from: string; readonly to: string; readonly port: string }[];
  /** The ids of the nodes that stream. */
  readonly streaming: readonly string[];
}

export const nodeSize = { width: 252, height: 190 };
const columns = 40;
const rows = 25;
const wireCount = 1500;

/** 1,000 nodes and 1,500 wires; 50 of the nodes are chats, in a block of ten by five. */
export function sampleGraph(): SampleGraph {
  const places: Record<string, { x: number; y: number }> = {};
  const wires: { from: string; to: string; port: string }[] = [];
  const streaming: string[] = [];
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < rows; row += 1) {
      const id = idAt(column, row);
      places[id] = { x: column * 340, y: row * 250 };
      const isChat = column >= 15 && column < 25 && row >= 10 && row < 15;
      if (isChat) streaming.push(id);
      if (isChat) wires.push({ from: modelId, to: id, port: 'model' });
      if (column > 0 && id !== modelId)
        wires.push({ from: sourceOf(column, row), to: id, port: isChat ? 'prompt' : 'a' });
    }
  }
  for (let index = 0; wires.length < wireCount; index += 1) {
    const [column, row] = [1 + (index % (columns - 1)), (index * 7) % rows];
    const to = idAt(column, row);
    if (to === modelId || streaming.includes(to) || wires.some((wire) => wire.to === to && wire.port === 'b')) continue;
    wires.push({ from: sourceOf(column, (row + 1) % rows), to, port: 'b' });
  }
  return { places, wires, streaming };
}

const modelId = 'n-0-0';

function idAt(column: number, row: number): string {
  return `n-${column}-${row}`;
}

/** The node at the left; what stands right of the block reads past it, so that nothing waits for what streams. */
function sourceOf(column: number, row: number): string {
  const isBehindBlock = column > 15 && column <= 25 && row >= 10 && row < 15;
  const left = isBehindBlock ? 14 : column - 1;
  return left === 0 && row === 0 ? idAt(0, 1) : idAt(left, row);
}

/** The graph as a flow whose chats ask the model at `baseUrl`. */
export function flowOf({ places, wires, streaming }: SampleGraph, baseUrl: string, model: string): object {
  const nodes = Object.fromEntries(
    Object.keys(places).map((id) => {
      if (id === modelId) return [id, { type: 'models.openai-compatible', inputs: { baseUrl, model } }];
      const wired = Object.fromEntries(
        wires
          .filter(({ to }) => to === id)
          .map(({ from, port }) => [port, { from: `${from}.${portOf(from, streaming)}` }]),
      );
      if (streaming.includes(id)) return [id, { type: 'models.chat', inputs: wired }];
      const template = ['Node', id, ...Object.keys(wired).map((name) => `{{${name}}}`)].join(' ').slice(0, 60);
      return [id, { type: 'prompts.template', inputs: { template, ...wired } }];
    }),
  );
  return { jacquard: 1, name: 'A thousand nodes', nodes, layout: { nodes: places } };
}

function portOf(id: string, streaming: readonly string[]): string {
  if (id === modelId) return 'model';
  return streaming.includes(id) ? 'answer' : 'text';
}
