import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyCommand, unfoldNode } from '@jacquard/canvas';
import { parseFlow, type FlowDocument } from '@jacquard/flow';
import { openAiServer } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

/** A strategy's example, the one that is built by hand from simple nodes, and what a model answered. */
interface Strategy {
  readonly example: string;
  /** The strategy's node in it. */
  readonly node: string;
  readonly inputs?: Readonly<Record<string, string | number | boolean>>;
  readonly replies: readonly string[];
  /** The example by hand leaves spaces around answers, and gives the last trial where the strategy gives the best: it takes no part. */
  readonly isWithoutByHand?: boolean;
  readonly outputs: Readonly<Record<string, unknown>>;
}

const strategies: readonly Strategy[] = [
  {
    example: 'chain-of-thought',
    node: 'think',
    replies: ['Three shelves of six books: 3 × 6 = 18.', 'not 17.5 but 18'],
    outputs: { reply: '18' },
  },
  {
    example: 'chain-of-thought',
    node: 'think',
    replies: ['  Three shelves of six books: 3 × 6 = 18.\n', ' not 17.5 but 18\n'],
    outputs: { reply: '18', reasoning: '  Three shelves of six books: 3 × 6 = 18.\n' },
    isWithoutByHand: true,
  },
  {
    example: 'self-consistency',
    node: 'votes',
    inputs: { adaptive: false },
    replies: ['In 1969.', '1968', 'July 1969', 'I do not know.', '1969, of course', '1970', '1968', 'In 1969'],
    outputs: { reply: '1969', share: '0.5' },
  },
  {
    example: 'reflexion',
    node: 'trials',
    replies: [
      'Like this:\n```python\ndef square(x):\n    return x + x\n```',
      'It doubles. Multiply x by itself.',
      '```python\ndef square(x):\n    return x * x\n```',
    ],
    outputs: { reply: '```python\ndef square(x):\n    return x * x\n```', passed: 'true' },
  },
  {
    example: 'reflexion',
    node: 'trials',
    inputs: { trials: 3, language: 'javascript', tests: 'assert(square(3) === 9)\nassert(square(0) === 0)' },
    replies: [
      '  Twice x.  ',
      ' It has no code. ',
      '```javascript\nconst square = () => 0;\n```',
      'Only zero is right.',
      'const square = x * x;',
    ],
    outputs: { reply: '```javascript\nconst square = () => 0;\n```', passed: 'false' },
    isWithoutByHand: true,
  },
];

test.each(strategies)(
  '$example: its node, the node unfolded and the example by hand give the same from one recording',
  async ({ example, node, inputs, replies, outputs, isWithoutByHand = false }) => {
    let turn = 0;
    const model = await openAiServer(() => ({ words: (replies[turn++] ?? '').split(/(?= )/) }));
    const environment = { JACQUARD_ALLOWED_HOSTS: '127.0.0.1', OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'none' };
    const server = await startUnderTest({ projectFolder: temporaryFolder(), environment });
    const flow = withInputs(readExample(example), node, inputs);
    const recorded = await outputsOf(server, withModel(flow, 'record'));
    await model.close();
    expect(recorded).toMatchObject(outputs);

    const replayed = withModel(flow, 'replay');
    const descriptors = server.runtime.descriptors;
    const unfold = unfoldNode(replayed, descriptors, node, { position: { x: 0, y: 0 }, language: 'en' });
    if (unfold === undefined) throw new Error(`${node} can’t be unfolded`);
    const unfolded = applyCommand(replayed, unfold);
    expect(Object.keys(unfolded.nodes)).not.toContain(node);
    const byHand = isWithoutByHand ? [] : [withModel(readExample(`${example}-by-hand`), 'replay')];
    for (const same of [replayed, unfolded, ...byHand]) expect(await outputsOf(server, same)).toMatchObject(outputs);
  },
  120_000,
);

function readExample(id: string): FlowDocument {
  const file = join(import.meta.dirname, `../../examples/en/${id}.flow.json`);
  const { flow, issues } = parseFlow(JSON.parse(readFileSync(file, 'utf8')));
  if (flow === undefined) throw new Error(`${id} is no flow: ${JSON.stringify(issues)}`);
  return flow;
}

function withInputs(flow: FlowDocument, id: string, inputs: Strategy['inputs'] = {}): FlowDocument {
  const node = flow.nodes[id];
  if (node === undefined) throw new Error(`there is no node ${id}`);
  return { ...flow, nodes: { ...flow.nodes, [id]: { ...node, inputs: { ...node.inputs, ...inputs } } } };
}

/** The flow with a recorded model in the place of its own. */
function withModel(flow: FlowDocument, mode: 'record' | 'replay'): FlowDocument {
  const behind = { type: 'models.openai', inputs: { model: 'any' } };
  const inputs = { recording: 'answers', mode, ...(mode === 'record' && { model: { from: 'behind.model' } }) };
  const { types: _types, ...others } = flow;
  const nodes = {
    ...flow.nodes,
    model: { type: 'models.recorded-model', inputs },
    ...(mode === 'record' && { behind }),
  };
  return { ...others, nodes };
}

async function outputsOf(server: ServerUnderTest, flow: FlowDocument): Promise<unknown> {
  const { json, text } = await server.invoke(await server.save(flow));
  if (json['outputs'] === undefined) throw new Error(text);
  return json['outputs'];
}
