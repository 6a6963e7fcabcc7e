import { batchBodyOf, bodyOf, filesOf } from './call-body.ts';
import { apiUrl, callUrl, type CallSubject } from './call-subject.ts';
import { quotePython } from './quote-text.ts';
import type { Snippet, SnippetMode } from './snippet.ts';
import { pythonSyntax, writeValue, type WrittenObject } from './write-value.ts';

/** Programs for Python ≥ 3.8 with `requests`. */
export function pythonSnippets(subject: CallSubject): readonly Snippet[] {
  const texts: Partial<Record<SnippetMode, string>> = {
    answer: `${postOf(subject, callUrl(subject, '/invoke'), bodyOf(subject))}
${orRaise}
print(answer.json()["outputs"])`,
    stream: streamOf(subject),
    conversation: conversationOf(subject),
    background: backgroundOf(subject),
    batch: `${postOf(subject, callUrl(subject, '/batch'), batchBodyOf(subject))}
${orRaise}
for item in answer.json()["items"]:
    print(item.get("outputs") or item["problem"])`,
  };
  return Object.entries(texts).map(([mode, text]) => ({
    language: 'python',
    mode: mode as SnippetMode, // boundary: the key's own type
    syntax: 'python',
    text: `${headOf(subject, mode === 'stream' || mode === 'background')}${text}\n`,
  }));
}

const orRaise = `if not answer.ok:
    raise SystemExit(answer.text)`;

/** What is imported, the key, and files handed in. */
function headOf(subject: CallSubject, isStreamed: boolean): string {
  const files = filesOf(subject).map(
    ({ variable, fileName }) => `with open(${quotePython(fileName)}, "rb") as file:
    upload = requests.post(${quotePython(`${apiUrl(subject)}/files`)},${headersOf(subject)} files={"file": file}, timeout=600)
    ${orRaise.replaceAll('answer', 'upload').replace('\n', '\n    ')}
${variable} = upload.json()["file"]

`,
  );
  const imports = [...(isStreamed ? ['json'] : []), ...(subject.needsKey ? ['os'] : [])].map(
    (name) => `import ${name}\n`,
  );
  const space = imports.length > 0 ? '\n' : '';
  const key = subject.needsKey ? 'headers = {"Authorization": "Bearer " + os.environ["JACQUARD_API_KEY"]}\n\n' : '';
  return `${imports.join('')}${space}import requests\n\n${key}${files.join('')}`;
}

function headersOf({ needsKey }: CallSubject): string {
  return needsKey ? ' headers=headers,' : '';
}

function postOf(subject: CallSubject, url: string, body: WrittenObject, options = '', name = 'answer'): string {
  const headers = subject.needsKey ? '    headers=headers,\n' : '';
  return `${name} = requests.post(
    ${quotePython(url)},
${headers}    json=${writeValue(body, pythonSyntax, '    ')},
    timeout=600,
${options})`;
}

function streamOf(subject: CallSubject): string {
  return `${postOf(subject, callUrl(subject, '/stream?format=text'), bodyOf(subject), '    stream=True,\n')}
${orRaise}
${readingOf(`        if event == "text":
            # A step that is tried again writes its text anew.
            print("\\n" if data.get("reset") else "", data["text"], sep="", end="", flush=True)
        elif event == "done":
            print("\\n", data["outputs"])
        elif event == "problem":
            raise SystemExit(data["detail"])`)}`;
}

/** Takes server-sent events apart, and does something with each. */
function readingOf(steps: string): string {
  return `event = ""
for line in answer.iter_lines():
    if line.startswith(b"event: "):
        event = line[7:].decode()
    elif line.startswith(b"data: "):
        data = json.loads(line[6:])
${steps}`;
}

function conversationOf(subject: CallSubject): string {
  const created: WrittenObject = { fields: [['flowId', { value: subject.flowId }]] };
  return `${postOf(subject, `${apiUrl(subject)}/sessions`, created)}
${orRaise}
session = answer.json()["id"]

${postOf(subject, callUrl(subject, '/invoke'), bodyOf(subject, 'session'))}
${orRaise}
print(answer.json()["outputs"])`;
}

function backgroundOf(subject: CallSubject): string {
  const accept = subject.needsKey ? '{**headers, "Accept": "text/event-stream"}' : '{"Accept": "text/event-stream"}';
  return `${postOf(subject, callUrl(subject, '/runs'), bodyOf(subject))}
${orRaise}
run = answer.json()["runId"]

answer = requests.get(
    ${quotePython(`${apiUrl(subject)}/runs/`)} + run + "/events?after=0",
    headers=${accept},
    timeout=600,
    stream=True,
)
${orRaise}
${readingOf(`        if event == "run-end":
            print(data["status"], data["outputs"])`)}`;
}
