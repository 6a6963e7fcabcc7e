import type { FlowPort } from '@jacquard/flow';
import { addressOf, originOf, type CallSubject } from './call-subject.ts';
import { chatPort } from './chat-port.ts';
import { quotePython, quoteTypeScript } from './quote-text.ts';
import { pythonSyntax, typeScriptSyntax, writeValue, type WrittenObject } from './write-value.ts';
import { sampleInputs } from './sample-inputs.ts';
import type { Snippet } from './snippet.ts';

/** The flow as a model, with OpenAI's own clients; none where it takes no text. What else it needs stands beside
 * the messages, but for files. */
export function openaiSnippets(subject: CallSubject): readonly Snippet[] {
  const port = chatPort(subject.interface);
  if (port === undefined) return [];
  const call = {
    url: `${originOf(subject.baseUrl)}/v1`,
    model: addressOf(subject),
    ...givenOf(subject, port),
  };
  const python = { language: 'openai-python', syntax: 'python' } as const;
  const typescript = { language: 'openai-typescript', syntax: 'typescript' } as const;
  return [
    { ...python, mode: 'answer', text: pythonOf(subject, call, '', 'print(answer.choices[0].message.content)') },
    {
      ...python,
      mode: 'stream',
      text: pythonOf(
        subject,
        call,
        '    stream=True,\n',
        `for chunk in answer:
    if chunk.choices:
        print(chunk.choices[0].delta.content or "", end="", flush=True)`,
      ),
    },
    {
      ...typescript,
      mode: 'answer',
      text: typescriptOf(subject, call, '', 'console.log(answer.choices[0]?.message.content);'),
    },
    {
      ...typescript,
      mode: 'stream',
      text: typescriptOf(
        subject,
        call,
        '  stream: true,\n',
        `for await (const chunk of answer) process.stdout.write(chunk.choices[0]?.delta.content ?? '');`,
      ),
    },
  ];
}

interface ModelCall {
  readonly url: string;
  readonly model: string;
  readonly question: string;
  /** What else stands in the body of a call. */
  readonly others: WrittenObject | undefined;
}

/** The chat's message, and the other inputs that can't be left out. */
function givenOf(subject: CallSubject, port: FlowPort): Pick<ModelCall, 'question' | 'others'> {
  const samples = sampleInputs(subject.interface);
  const asked = samples.find(({ id }) => id === port.id);
  const needed = new Set(subject.interface.inputs.filter(({ optional }) => !optional).map(({ id }) => id));
  const others = samples.flatMap((sample) =>
    'value' in sample && sample.id !== port.id && needed.has(sample.id)
      ? [[sample.id, { value: sample.value }] as const]
      : [],
  );
  const question = asked !== undefined && 'value' in asked && typeof asked.value === 'string' ? asked.value : 'Hello';
  return {
    question,
    others: others.length === 0 ? undefined : { fields: [['jacquard', { fields: [['inputs', { fields: others }]] }]] },
  };
}

/** OpenAI's clients don't begin without a key; where the server asks for none, it is given a word. */
const noKey = 'none';

function pythonOf(
  { needsKey }: CallSubject,
  { url, model, question, others }: ModelCall,
  options: string,
  after: string,
): string {
  const key = needsKey ? 'os.environ["JACQUARD_API_KEY"]' : quotePython(noKey);
  return `${needsKey ? 'import os\n\n' : ''}from openai import OpenAI

client = OpenAI(base_url=${quotePython(url)}, api_key=${key})
answer = client.chat.completions.create(
    model=${quotePython(model)},
    messages=[{"role": "user", "content": ${quotePython(question)}}],
${others === undefined ? '' : `    extra_body=${writeValue(others, pythonSyntax, '    ')},\n`}${options})
${after}
`;
}

function typescriptOf(
  { needsKey }: CallSubject,
  { url, model, question, others }: ModelCall,
  options: string,
  after: string,
): string {
  const key = needsKey ? 'process.env.JACQUARD_API_KEY' : quoteTypeScript(noKey);
  return `import OpenAI from 'openai';

const client = new OpenAI({ baseURL: ${quoteTypeScript(url)}, apiKey: ${key} });
const answer = await client.chat.completions.create({
  model: ${quoteTypeScript(model)},
  messages: [{ role: 'user', content: ${quoteTypeScript(question)} }],
${others === undefined ? '' : `  ...(${writeValue(others, typeScriptSyntax, '  ')} as object),\n`}${options}});
${after}
`;
}
