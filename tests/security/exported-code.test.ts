import { createTestExecutor } from '@jacquard/executor/testing';
import type { FlowDocument } from '@jacquard/flow';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { loadNodes } from '../contract/node-families.ts';
import { exportNodes, loadProgram, placeProgram, typeErrors } from '../fixtures/exported-program.ts';

/** Texts that end what they stand in, in one language or another, or hide what comes after them. */
const attacks = [
  "'); process.exit(1); ('",
  '"); throw new Error("out"); ("',
  '`; globalThis.owned = true; `',
  '${globalThis.owned = true}',
  '\\${globalThis.owned = true}',
  '\\`; globalThis.owned = true; \\`',
  '*/ globalThis.owned = true; /*',
  '\n globalThis.owned = true;\n//',
  '\r globalThis.owned = true;',
  '\u2028 globalThis.owned = true; \u2029 globalThis.owned = true;',
  '\u202e } ;eurt = denwo.sihTlabolg\u2066',
  '\u0000 \u0000globalThis.owned = true;\u0000',
  '\ud800 lone \udc00 halves',
  '</script><script>alert(1)</script>',
  '__proto__',
  '{ {a} } ${a} {{ b c }} {{{',
  'ends in a backslash \\',
];

/** A flow in which a text stands wherever a flow's writer may put one. */
function flowWith(text: string): FlowDocument['nodes'] {
  const key = text === '__proto__' ? 'a key that no document may have' : text;
  return {
    given: { type: 'io.text-input', title: text, inputs: { label: text, help: text, default: text } },
    pick: { type: 'io.choice-input', inputs: { options: [text, 'Other'], default: text } },
    data: {
      type: 'io.json-input',
      inputs: { default: { value: { [key]: [text] } } },
    },
    fill: {
      type: 'prompts.template',
      title: text,
      inputs: { template: { lines: [`A ${text}`, 'b {{b}} c', text] }, b: { from: 'given.text' } },
    },
    route: {
      type: 'control.switch',
      inputs: { value: { from: 'fill.text' }, compare: { from: 'given.text' }, cases: ['Case A', text] },
    },
    same: {
      type: 'control.if',
      title: text,
      inputs: { value: { from: 'pick.choice' }, comparison: 'equals', to: text },
    },
    join: {
      type: 'data.join',
      inputs: { texts: [{ from: 'same.yes' }, text, { from: 'given.text' }], separator: text },
    },
    row: { type: 'data.make-row', inputs: { fields: [text, 'x'], x: { from: 'data.json' } } },
    shots: {
      type: 'prompts.few-shot',
      inputs: {
        instruction: text,
        examples: { value: { columns: ['Q', 'A'], rows: [{ Q: text, A: text }] } },
        question: { from: 'given.text' },
      },
    },
    'out-fill': { type: 'io.text-output', title: text, inputs: { text: { from: 'route.otherwise' }, label: text } },
    'out-join': { type: 'io.text-output', inputs: { text: { from: 'join.text' } } },
    'out-row': { type: 'io.json-output', inputs: { json: { from: 'row.row' } } },
    'out-shots': { type: 'io.text-output', inputs: { text: { from: 'shots.prompt' } } },
  };
}

type Tree = null | string | number | boolean | bigint | readonly Tree[] | { readonly [name: string]: Tree };

/** What a program does, whatever its texts are: its tree without the values of literals and without the form they're written in. */
function shapeOf(tree: Tree | undefined, name = ''): unknown {
  if (Array.isArray(tree)) return tree.map((item: Tree) => shapeOf(item));
  if (typeof tree !== 'object' || tree === null) return tree;
  const node = tree as { readonly [name: string]: Tree }; // boundary: no list and not null
  const isText =
    node['type'] === 'Literal' || (node['type'] === 'TemplateLiteral' && listOf(node['expressions']).length === 0);
  if (isText || name === 'key') return 'text';
  if (node['type'] === 'TemplateElement') return 'text';
  const parts = Object.entries(node).filter(([part]) => !['start', 'end', 'range', 'raw', 'computed'].includes(part));
  return Object.fromEntries(parts.map(([part, value]) => [part, shapeOf(value, part)]));
}

function listOf(tree: Tree | undefined): readonly Tree[] {
  return Array.isArray(tree) ? (tree as readonly Tree[]) : []; // boundary: just checked
}

async function programOf(text: string): Promise<string> {
  const { files, problems } = await exportNodes(flowWith(text), text.slice(0, 200));
  expect(problems).toEqual([]);
  return files['flow.ts'] ?? '';
}

const parse = (program: string): Tree => parseAst(program, { lang: 'ts' }) as unknown as Tree; // boundary: a tree of ESTree is JSON

const nodes = await loadNodes();
const benign = shapeOf(parse(await programOf('Case B')));

test.each(attacks)('%j in a flow is a text in its program, and nothing else', async (text) => {
  const program = await programOf(text);
  expect(shapeOf(parse(program))).toEqual(benign);
  expect(program).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
});

test('programs with such texts compile, and give what the flow gives here', async () => {
  const folders: string[] = [];
  for (const text of attacks) {
    const { files } = await exportNodes(flowWith(text), text.slice(0, 200));
    const folder = placeProgram(files);
    folders.push(folder);
    const { outputs } = await createTestExecutor({ nodes }).run(flowWith(text));
    expect(await (await loadProgram(folder))({})).toEqual(outputs);
    expect(JSON.parse(files['package.json'] ?? '')).toMatchObject({ name: expect.stringMatching(/^[a-z0-9-]+$/u) });
  }
  expect(globalThis).not.toHaveProperty('owned');
  expect(await typeErrors(folders, { noUnusedLocals: false })).toBe('');
}, 120_000);
