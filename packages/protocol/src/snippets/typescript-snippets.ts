import { batchBodyOf, bodyOf, filesOf } from './call-body.ts';
import { apiUrl, callUrl, type CallSubject } from './call-subject.ts';
import { quoteTypeScript } from './quote-text.ts';
import type { Snippet, SnippetMode } from './snippet.ts';
import { typeScriptSyntax, writeValue, type WrittenObject } from './write-value.ts';

/** Programs for Node ≥ 20, Deno and Bun that need nothing but `fetch`. */
export function typescriptSnippets(subject: CallSubject): readonly Snippet[] {
  const texts: Partial<Record<SnippetMode, string>> = {
    answer: answerOf(subject),
    stream: streamOf(subject),
    conversation: conversationOf(subject),
    background: backgroundOf(subject),
    batch: batchOf(subject),
  };
  return Object.entries(texts).map(([mode, text]) => ({
    language: 'typescript',
    mode: mode as SnippetMode, // boundary: the key's own type
    syntax: 'typescript',
    text: `${uploadsOf(subject)}${text}\n`,
  }));
}

function uploadsOf(subject: CallSubject): string {
  const files = filesOf(subject);
  if (files.length === 0) return '';
  const uploads = files.map(
    ({ variable, fileName }) => `const ${variable} = await upload(${quoteTypeScript(fileName)});\n`,
  );
  return `import { openAsBlob } from 'node:fs';

async function upload(name: string) {
  const body = new FormData();
  body.append('file', await openAsBlob(name), name);
  const response = await fetch(${quoteTypeScript(`${apiUrl(subject)}/files`)}, {
    method: 'POST',
${subject.needsKey ? `   ${headersOf(subject, false)}\n` : ''}    body,
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()).file;
}

${uploads.join('')}
`;
}

function fetchOf(subject: CallSubject, url: string, body: WrittenObject): string {
  return `await fetch(${quoteTypeScript(url)}, {
  method: 'POST',
 ${headersOf(subject, true)}
  body: JSON.stringify(${writeValue(body, typeScriptSyntax, '  ')}),
})`;
}

function headersOf({ needsKey }: CallSubject, isJson: boolean): string {
  const headers = [
    ...(isJson ? ["'content-type': 'application/json'"] : []),
    ...(needsKey ? ['authorization: `Bearer ${process.env.JACQUARD_API_KEY}`'] : []),
  ];
  return headers.length === 0 ? '' : ` headers: { ${headers.join(', ')} },`;
}

const orThrow = 'if (!response.ok) throw new Error(await response.text());';

function answerOf(subject: CallSubject): string {
  return `const response = ${fetchOf(subject, callUrl(subject, '/invoke'), bodyOf(subject))};
${orThrow}
const { outputs } = await response.json();
console.log(outputs);`;
}

function batchOf(subject: CallSubject): string {
  return `const response = ${fetchOf(subject, callUrl(subject, '/batch'), batchBodyOf(subject))};
${orThrow}
const { items } = await response.json();
for (const item of items) console.log(item.outputs ?? item.problem);`;
}

function streamOf(subject: CallSubject): string {
  return `const response = ${fetchOf(subject, callUrl(subject, '/stream?format=text'), bodyOf(subject))};
if (!response.ok || !response.body) throw new Error(await response.text());
${readingOf(`  // A step that is tried again writes its text anew.
  if (event === 'text') process.stdout.write(data.reset ? '\\n' + data.text : data.text);
  if (event === 'done') console.log('\\n', data.outputs);
  if (event === 'problem') throw new Error(data.detail);`)}`;
}

/** Takes server-sent events apart, and does something with each. */
function readingOf(steps: string): string {
  return `let rest = '';
for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
  const frames = (rest + chunk).split('\\n\\n');
  rest = frames.pop() ?? '';
  for (const frame of frames) read(frame);
}

function read(frame: string) {
  const event = /^event: (.*)$/m.exec(frame)?.[1];
  const data = JSON.parse(/^data: (.*)$/m.exec(frame)?.[1] ?? 'null');
${steps}
}`;
}

function conversationOf(subject: CallSubject): string {
  const created: WrittenObject = { fields: [['flowId', { value: subject.flowId }]] };
  return `const created = ${fetchOf(subject, `${apiUrl(subject)}/sessions`, created)};
if (!created.ok) throw new Error(await created.text());
const { id: session } = await created.json();

const response = ${fetchOf(subject, callUrl(subject, '/invoke'), bodyOf(subject, 'session'))};
${orThrow}
const { outputs } = await response.json();
console.log(outputs);`;
}

function backgroundOf(subject: CallSubject): string {
  return `const started = ${fetchOf(subject, callUrl(subject, '/runs'), bodyOf(subject))};
if (!started.ok) throw new Error(await started.text());
const { runId } = await started.json();

const response = await fetch(\`${templateText(apiUrl(subject))}/runs/\${runId}/events?after=0\`, {
  headers: { accept: 'text/event-stream'${subject.needsKey ? ', authorization: `Bearer ${process.env.JACQUARD_API_KEY}`' : ''} },
});
if (!response.ok || !response.body) throw new Error(await response.text());
${readingOf(`  if (event === 'run-end') console.log(data.status, data.outputs);`)}`;
}

function templateText(text: string): string {
  return text.replaceAll(/[\\`$]/g, String.raw`\$&`);
}
