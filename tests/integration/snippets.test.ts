import { flowInterface, parseFlow, type JsonValue } from '@jacquard/flow';
import { snippetsOf, type Snippet, type SnippetLanguage, type SnippetMode } from '@jacquard/protocol/snippets';
import { expect, onTestFinished, test } from 'vitest';
import { pythonHere, runSnippet, type Ended } from '../fixtures/run-snippet.ts';
import { startSlowModel, textOf } from '../fixtures/slow-model.ts';
import { askingFlow } from '../security/hostile-flows.ts';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

/** What ends a text in one language or another, or would be run there. */
const hostile = [
  `'; touch broken; '`,
  '"; touch broken; "',
  '$(touch broken) `touch broken` ${HOME} $HOME',
  '\\\' \\" \\\\ \\u0041 %s {x}',
  '""" \'\'\' </script> */ #{x}',
  'first\nsecond\r\nthird\tend \u2028 \u202E \u0000 🧵',
].join('\n');

/** Says back all that it is given; several kinds, and one that isn't named as an identifier is. */
const echo = {
  jacquard: 1,
  name: 'Echo "\'; touch broken',
  nodes: {
    'the-text': { type: 'io.text-input', inputs: { default: { lines: hostile.split('\n') }, label: hostile } },
    data: { type: 'io.json-input', inputs: { default: { value: { __proto__x: [true, null, 1.5], "it's": hostile } } } },
    count: { type: 'io.number-input', inputs: { default: 3, min: 1 } },
    said: { type: 'io.text-output', inputs: { text: { from: 'the-text.text' } } },
    given: { type: 'io.json-output', inputs: { json: { from: 'data.json' } } },
  },
};

function snippetOf(
  server: ServerUnderTest,
  id: string,
  document: unknown,
  language: SnippetLanguage,
  mode: SnippetMode = 'answer',
): Snippet {
  const { flow } = parseFlow(document);
  if (flow === undefined) throw new Error('no flow');
  const found = snippetsOf({
    flowId: id,
    version: 'draft',
    interface: flowInterface(flow, server.runtime.descriptors),
    baseUrl: server.url,
    needsKey: false,
  }).find((one) => one.language === language && one.mode === mode);
  if (found === undefined) throw new Error(`no snippet ${language} ${mode}`);
  return found;
}

function outputsOf({ code, out, error }: Ended): Record<string, JsonValue> {
  expect({ code, error }).toMatchObject({ code: 0 });
  return (JSON.parse(out) as { outputs: Record<string, JsonValue> }).outputs; // boundary: our own answer
}

test('what curl is given comes back as it was, whatever it holds, and nothing in it is run', async () => {
  const server = await startUnderTest();
  const id = await server.save(echo);
  const outputs = outputsOf(await runSnippet(snippetOf(server, id, echo, 'curl')));
  expect(outputs).toEqual({ said: hostile, given: { __proto__x: [true, null, 1.5], "it's": hostile } });
});

test('what TypeScript is given comes back as it was', async () => {
  const server = await startUnderTest();
  const id = await server.save(echo);
  const { text, ...snippet } = snippetOf(server, id, echo, 'typescript');
  const asJson = text.replace('console.log(outputs)', 'console.log(JSON.stringify({ outputs }))');
  const outputs = outputsOf(await runSnippet({ ...snippet, text: asJson }));
  expect(outputs).toEqual({ said: hostile, given: { __proto__x: [true, null, 1.5], "it's": hostile } });
});

const python = pythonHere();

test('what Python is given comes back as it was', async () => {
  const server = await startUnderTest();
  const id = await server.save(echo);
  const { text } = snippetOf(server, id, echo, 'python');
  const literal = /json=(\{.*\}),\n {4}timeout/s.exec(text)?.[1] ?? '';
  // With its package, the program as it is; else the literal, which is Python's; else as JSON but for its words and commas.
  const read = {
    requests: async () => outputsOf(await runSnippet(printingAll(text))),
    bare: async () =>
      echoed(await runSnippet({ syntax: 'python', text: `import json\nprint(json.dumps(${literal}))\n` })),
    absent: async () =>
      echoed({ out: literal.replaceAll(/,(\s*[\]}])/g, '$1').replaceAll('True, None', 'true, null') }),
  }[python];
  expect(await read()).toEqual({ said: hostile, given: { __proto__x: [true, null, 1.5], "it's": hostile } });
});

function printingAll(text: string): Pick<Snippet, 'syntax' | 'text'> {
  return { syntax: 'python', text: text.replace('print(answer.json()["outputs"])', 'print(answer.text)') };
}

/** What the flow would say back to this body. */
function echoed({ out }: Pick<Ended, 'out'>): Record<string, JsonValue | undefined> {
  const { inputs } = JSON.parse(out) as { inputs: Record<string, JsonValue> }; // boundary: the body of our own snippet
  return { said: inputs['the-text'], given: inputs['data'] };
}

/** Reads a file and says what stands in it. */
const reading = {
  jacquard: 1,
  name: 'Reading',
  nodes: {
    'the-file': { type: 'io.file-input' },
    read: { type: 'data.read-file', inputs: { file: { from: 'the-file.file' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'read.text' } } },
  },
};

const programs: readonly SnippetLanguage[] = [
  'curl',
  'typescript',
  ...(python === 'requests' ? (['python'] as const) : []),
];

test.each(programs)('%s hands a file in and names it in the call', async (language) => {
  const server = await startUnderTest();
  const id = await server.save(reading);
  const snippet = snippetOf(server, id, reading, language);
  const { text } = snippet;
  const { code, out, error } = await runSnippet(
    { ...snippet, text: text.replaceAll('document.pdf', 'letter.txt') },
    { 'letter.txt': 'Dear reader' },
  );
  expect({ code, out, error }).toMatchObject({ code: 0 });
  expect(out).toContain('Dear reader');
});

/** A server with a flow that asks a model, which says a few words. */
async function asking(): Promise<{ server: ServerUnderTest; id: string; document: object; said: string }> {
  const answer = { tag: 'w', words: 5, pause: 5 };
  const model = await startSlowModel(() => answer);
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const document = askingFlow(model.baseUrl);
  return { server, id: await server.save(document), document, said: textOf(answer) };
}

const patient = { timeout: 60_000 };

test.each(programs)(
  '%s goes on with a conversation, and waits for a run in the background',
  patient,
  async (language) => {
    const { server, id, document, said } = await asking();
    const talk = await runSnippet(snippetOf(server, id, document, language, 'conversation'));
    expect(talk).toMatchObject({ code: 0 });
    expect(talk.out).toContain(said.trim());
    const { sessions } = (await server.ask(`/api/v1/sessions?flowId=${id}`)).json as { sessions: { id: string }[] }; // boundary: our own answer
    const session = (await server.ask(`/api/v1/sessions/${sessions[0]?.id}`)).json;
    expect(session.messages).toMatchObject([{ content: 'Hello' }, { content: said }]);
    const run = await runSnippet(snippetOf(server, id, document, language, 'background'));
    expect(run).toMatchObject({ code: 0 });
    expect(run.out).toContain('completed');
    expect(run.out).toContain(said.trim());
  },
);

test.each(programs)('%s writes the answer as it comes', patient, async (language) => {
  const { server, id, document, said } = await asking();
  const { code, out, error } = await runSnippet(snippetOf(server, id, document, language, 'stream'));
  expect({ code, error }).toMatchObject({ code: 0 });
  const pieces = said.trim().split(' ');
  // The text as it was written, and the whole of it at the end.
  for (const piece of pieces) expect(out.split(piece)).toHaveLength(3);
});

test('OpenAI’s client calls the flow as a model, whole and as it comes', patient, async () => {
  const { server, id, document, said } = await asking();
  for (const mode of ['answer', 'stream'] as const) {
    const { code, out, error } = await runSnippet(snippetOf(server, id, document, 'openai-typescript', mode));
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out.trim()).toBe(said.trim());
  }
});

test('the program for OpenAI’s Python client is Python, and asks what the flow is asked', async () => {
  const server = await startUnderTest();
  const { text } = snippetOf(server, 'echo', echo, 'openai-python');
  expect(text).toContain('model="echo@draft"');
  expect(text).not.toContain('\u2028');
  const reading = `import ast, sys\nast.parse(${JSON.stringify(text)})\nprint("read")\n`;
  const read = python === 'absent' ? 'read' : (await runSnippet({ syntax: 'python', text: reading })).out.trim();
  expect(read).toBe('read');
});

test.each(programs)('%s sends many inputs at once, and tells what came of each', patient, async (language) => {
  const { server, id, document, said } = await asking();
  const { code, out, error } = await runSnippet(snippetOf(server, id, document, language, 'batch'));
  expect({ code, error }).toMatchObject({ code: 0 });
  expect(out.split(said.trim())).toHaveLength(3);
});
