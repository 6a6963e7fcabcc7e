import { addressOf, originOf, type CallSubject } from './call-subject.ts';
import { chatPort } from './chat-port.ts';
import { quotePython, quoteTypeScript } from './quote-text.ts';
import { sampleInputs } from './sample-inputs.ts';
import type { Snippet } from './snippet.ts';

/** The flow as a model, with OpenAI's own clients; none where it doesn't take a chat's messages. */
export function openaiSnippets(subject: CallSubject): readonly Snippet[] {
  const port = chatPort(subject.interface);
  if (port === undefined) return [];
  const call = {
    url: `${originOf(subject.baseUrl)}/v1`,
    model: addressOf(subject),
    question: questionOf(subject, port.id),
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
}

function questionOf(subject: CallSubject, id: string): string {
  const input = sampleInputs(subject.interface).find((one) => one.id === id);
  return input !== undefined && 'value' in input && typeof input.value === 'string' ? input.value : 'Hello';
}

/** OpenAI's clients don't begin without a key; where the server asks for none, it is given a word. */
const noKey = 'none';

function pythonOf(
  { needsKey }: CallSubject,
  { url, model, question }: ModelCall,
  options: string,
  after: string,
): string {
  const key = needsKey ? 'os.environ["JACQUARD_API_KEY"]' : quotePython(noKey);
  return `${needsKey ? 'import os\n\n' : ''}from openai import OpenAI

client = OpenAI(base_url=${quotePython(url)}, api_key=${key})
answer = client.chat.completions.create(
    model=${quotePython(model)},
    messages=[{"role": "user", "content": ${quotePython(question)}}],
${options})
${after}
`;
}

function typescriptOf(
  { needsKey }: CallSubject,
  { url, model, question }: ModelCall,
  options: string,
  after: string,
): string {
  const key = needsKey ? 'process.env.JACQUARD_API_KEY' : quoteTypeScript(noKey);
  return `import OpenAI from 'openai';

const client = new OpenAI({ baseURL: ${quoteTypeScript(url)}, apiKey: ${key} });
const answer = await client.chat.completions.create({
  model: ${quoteTypeScript(model)},
  messages: [{ role: 'user', content: ${quoteTypeScript(question)} }],
${options}});
${after}
`;
}
