import { batchBodyOf, bodyOf, filesOf, inputsOf } from './call-body.ts';
import { apiUrl, callUrl, type CallSubject } from './call-subject.ts';
import { quoteShell } from './quote-text.ts';
import type { Snippet, SnippetMode } from './snippet.ts';
import { jsonSyntax, writeValue, type WrittenObject, type WrittenValue } from './write-value.ts';

/** Commands for a POSIX shell; nothing but curl and sed is needed. */
export function curlSnippets(subject: CallSubject): readonly Snippet[] {
  const texts: Partial<Record<SnippetMode, string>> = {
    answer: callOf(subject, '/invoke'),
    stream: callOf(subject, '/stream?format=text', undefined, '-N '),
    conversation: conversationOf(subject),
    background: backgroundOf(subject),
    batch: uploadsOf(subject) + postOf(subject, callUrl(subject, '/batch'), batchBodyOf(subject)),
  };
  return Object.entries(texts).map(([mode, text]) => ({
    language: 'curl',
    mode: mode as SnippetMode, // boundary: the key's own type
    syntax: 'shell',
    text: `${text}\n`,
  }));
}

function uploadsOf(subject: CallSubject): string {
  return filesOf(subject)
    .map(({ variable, fileName }) => {
      const upload = [
        'curl -sS',
        quoteShell(`${apiUrl(subject)}/files`),
        ...keyOf(subject),
        `-F file=@${fileName}`,
      ].join(' ');
      return `${variable}=$(${upload} | sed 's/^{"file":\\(.*\\)}$/\\1/')\n`;
    })
    .join('');
}

/** A call with files is a form, whose files are inputs by their names. */
function callOf(subject: CallSubject, way: string, session?: string, options = ''): string {
  const url = callUrl(subject, way);
  const files = filesOf(subject);
  if (files.length === 0)
    return postOf(subject, url, session === undefined ? bodyOf(subject) : quoted(bodyOf(subject, session)), options);
  const inputs = { fields: inputsOf(subject).fields.filter(([, value]) => 'value' in value) };
  const forms = [
    `--form-string ${quoteShell(`inputs=${writeValue(inputs, jsonSyntax, '  ')}`)}`,
    ...files.flatMap(({ id, fileName, isList }) => {
      const form = `-F ${id}=@${fileName}`;
      return isList ? [form, form] : [form];
    }),
    ...(session === undefined ? [] : [`--form-string "sessionId=$${session}"`]),
  ];
  return `curl ${options}${[quoteShell(url), ...keyOf(subject), ...forms].join(' \\\n  ')}`;
}

function postOf(subject: CallSubject, url: string, body: WrittenObject, options = ''): string {
  const parts = [quoteShell(url), ...keyOf(subject), "-H 'Content-Type: application/json'", `-d ${jsonInShell(body)}`];
  return `curl ${options}${parts.join(' \\\n  ')}`;
}

function keyOf({ needsKey }: CallSubject): readonly string[] {
  return needsKey ? ['-H "Authorization: Bearer $JACQUARD_API_KEY"'] : [];
}

function conversationOf(subject: CallSubject): string {
  const body: WrittenObject = { fields: [['flowId', { value: subject.flowId }]] };
  const created = postOf(subject, `${apiUrl(subject)}/sessions`, body, '-sS ');
  return `session=$(${created} | ${pickOf('id')})\n\n${callOf(subject, '/invoke', 'session')}`;
}

function backgroundOf(subject: CallSubject): string {
  const started = callOf(subject, '/runs', undefined, '-sS ');
  const url = `${quoteShell(`${apiUrl(subject)}/runs/`)}"$run"'/events?after=0'`;
  const parts = [url, ...keyOf(subject), "-H 'Accept: text/event-stream'"];
  return `run=$(${started} | ${pickOf('runId')})\n\ncurl -N ${parts.join(' \\\n  ')}`;
}

function pickOf(name: string): string {
  return `sed 's/^{"${name}":"\\([^"]*\\)".*$/\\1/'`;
}

/** The id of a session is a text: its variable stands between quotes. */
function quoted({ fields }: WrittenObject): WrittenObject {
  return {
    fields: fields.map(([name, value]) => [
      name,
      'variable' in value ? { variable: `"${mark(value.variable)}"` } : value,
    ]),
  };
}

/** JSON as one word; where a variable stands, the quotes are left for it. JSON holds no NUL, so that it can mark the place. */
function jsonInShell(body: WrittenObject): string {
  const text = quoteShell(writeValue(marked(body), jsonSyntax, '  '));
  return text.replaceAll(/\0(\w+)\0/g, `'"$$$1"'`);
}

function marked(value: WrittenValue): WrittenValue {
  if ('variable' in value) return value.variable.includes('\0') ? value : { variable: mark(value.variable) };
  if ('fields' in value) return { fields: value.fields.map(([name, item]) => [name, marked(item)]) };
  return 'value' in value ? value : { items: value.items.map(marked) };
}

function mark(variable: string): string {
  return `\0${variable}\0`;
}
