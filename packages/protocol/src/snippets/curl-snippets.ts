import { batchBodyOf, bodyOf, filesOf } from './call-body.ts';
import { apiUrl, callUrl, type CallSubject } from './call-subject.ts';
import { quoteShell } from './quote-text.ts';
import type { Snippet, SnippetMode } from './snippet.ts';
import { jsonSyntax, writeValue, type WrittenObject, type WrittenValue } from './write-value.ts';

/** Commands for a POSIX shell; nothing but curl and sed is needed. */
export function curlSnippets(subject: CallSubject): readonly Snippet[] {
  const texts: Partial<Record<SnippetMode, string>> = {
    answer: callOf(subject, callUrl(subject, '/invoke'), bodyOf(subject)),
    stream: callOf(subject, callUrl(subject, '/stream?format=text'), bodyOf(subject), '-N '),
    conversation: conversationOf(subject),
    background: backgroundOf(subject),
    batch: callOf(subject, callUrl(subject, '/batch'), batchBodyOf(subject)),
  };
  return Object.entries(texts).map(([mode, text]) => ({
    language: 'curl',
    mode: mode as SnippetMode, // boundary: the key's own type
    syntax: 'shell',
    text: `${uploadsOf(subject)}${text}\n`,
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

function callOf(subject: CallSubject, url: string, body: WrittenObject, options = ''): string {
  const parts = [quoteShell(url), ...keyOf(subject), "-H 'Content-Type: application/json'", `-d ${jsonInShell(body)}`];
  return `curl ${options}${parts.join(' \\\n  ')}`;
}

function keyOf({ needsKey }: CallSubject): readonly string[] {
  return needsKey ? ['-H "Authorization: Bearer $JACQUARD_API_KEY"'] : [];
}

function conversationOf(subject: CallSubject): string {
  const created = callOf(
    subject,
    `${apiUrl(subject)}/sessions`,
    { fields: [['flowId', { value: subject.flowId }]] },
    '-sS ',
  );
  const body = bodyOf(subject, 'session');
  const call = callOf(subject, callUrl(subject, '/invoke'), quoted(body));
  return `session=$(${created} | ${pickOf('id')})\n\n${call}`;
}

function backgroundOf(subject: CallSubject): string {
  const started = callOf(subject, callUrl(subject, '/runs'), bodyOf(subject), '-sS ');
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
