import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { jacquard, jsonLines, startCommand } from '../fixtures/run-jacquard.ts';
import { startSlowModel, type SlowAnswer } from '../fixtures/slow-model.ts';
import { askServer, temporaryFolder } from '../security/server-under-test.ts';

const greeting = {
  jacquard: 1,
  name: 'Greet',
  nodes: {
    who: { type: 'io.text-input' },
    times: { type: 'io.number-input', inputs: { default: 1 } },
    greet: {
      type: 'prompts.template',
      inputs: { template: 'Hello {{who}} {{times}}!', who: { from: 'who.text' }, times: { from: 'times.number' } },
    },
    reply: { type: 'io.text-output', inputs: { text: { from: 'greet.text' } } },
  },
};

const talk = {
  jacquard: 1,
  name: 'Talk',
  nodes: {
    topic: { type: 'io.text-input' },
    model: { type: 'models.openai', inputs: { model: 'slow' } },
    chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'topic.text' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'chat.answer' } } },
  },
};

function written(name: string, content: object | string, folder = temporaryFolder()): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function slowModel(answer: (prompt: string) => SlowAnswer) {
  const model = await startSlowModel(answer);
  onTestFinished(() => model.close());
  return { model, environment: { OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'k' } };
}

test('a table runs a row at a time each, so many at once, and prints the results in the order of the rows', async () => {
  const second = Promise.withResolvers<void>();
  let [now, most] = [0, 0];
  const { model, environment } = await slowModel((prompt) => {
    most = Math.max(most, (now += 1));
    if (prompt === 'two') second.resolve();
    const until = prompt === 'one' ? second.promise : Promise.resolve();
    return { tag: prompt, words: 1, pause: 0, until: until.then(() => void (now -= 1)) };
  });
  const input = 'topic\none\ntwo\nthree\nfour\n';
  const words = ['run', written('talk.flow.json', talk), '--csv', '-', '--concurrency', '2'];
  const ended = await jacquard(words, { input, environment });
  expect([ended.code, ended.error]).toEqual([0, '']);
  const results = jsonLines(ended.out);
  expect(results.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  expect(results.map(({ outputs }) => (outputs as { reply: string }).reply.split(/\W/)[0])).toEqual([
    'one',
    'two',
    'three',
    'four',
  ]);
  expect([model.prompts.length, most]).toEqual([4, 2]);
});

test('texts come through a pipe while they are written, and a reader who has enough ends the run quietly', async () => {
  const { model, environment } = await slowModel(() => ({ tag: 'w', words: 5000, pause: 10 }));
  const words = ['run', written('talk.flow.json', talk), '--stream', '-i', 'topic=Go'];
  const child = startCommand(words, { environment });
  const error = text(child.stderr);
  const [first] = await once(child.stdout, 'data');
  expect(String(first)).toMatch(/^w/);
  child.stdout.destroy();
  await once(child, 'exit');
  expect([child.exitCode, await error, model.prompts.length]).toEqual([0, '', 1]);
});

test('events come as JSON lines, numbered without a gap, and texts exactly as they are', async () => {
  const file = written('greet.flow.json', greeting);
  const who = 'A\u009B31m\u001B[0m';
  const events = jsonLines((await jacquard(['run', file, '--stream=events', '-i', `who=${who}`])).out);
  const durable = events.filter((event) => typeof event.seq === 'number');
  expect(durable.map(({ seq }) => seq)).toEqual(durable.map((_event, index) => index + 1));
  expect([durable[0]?.type, durable.at(-1)]).toMatchObject([
    'run-start',
    { type: 'run-end', outputs: { reply: `Hello ${who} 1!` } },
  ]);
  const single = await jacquard(['run', file, '-i', `who=${who}`]);
  expect(JSON.parse(single.out)).toMatchObject({ outputs: { reply: `Hello ${who} 1!` } });
  expect(single.out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('on a bare machine, where nothing is set, a pipe holds the result alone', async () => {
  const file = written('greet.flow.json', greeting);
  const ended = await jacquard(['run', file], {
    input: '{"who": "Ada"}',
    bare: { HOME: temporaryFolder(), LANG: 'fr' },
  });
  expect([ended.code, ended.error]).toEqual([0, '']);
  expect(jsonLines(ended.out)).toMatchObject([{ status: 'completed', outputs: { reply: 'Hello Ada 1!' } }]);
});

test('serve answers calls of a folder’s flows, and neither shows nor changes anything else', async () => {
  const folder = temporaryFolder();
  written('greet.flow.json', greeting, folder);
  written('broken.flow.json', { ...greeting, nodes: { reply: greeting.nodes.reply } }, folder);
  const child = startCommand(['serve', folder, '--port', '0'], { environment: { JACQUARD_MODEL: 'none' } });
  const [out, error] = [text(child.stdout), readLines(child.stderr)];
  await vi.waitFor(() => expect(error.find('listening')).toMatchObject({ flows: 2 }), { timeout: 20_000 });
  const ask = askServer(Number(new URL(String(error.find('listening')?.url)).port));
  expect((await ask('/healthz')).json).toMatchObject({ status: 'ready' });
  const invoked = await ask('/api/v1/flows/greet/invoke', { method: 'POST', body: { inputs: { who: 'Ada' } } });
  expect([invoked.status, invoked.json.outputs]).toEqual([200, { reply: 'Hello Ada 1!' }]);
  const absent = [
    'GET /',
    'GET /api/v1/secrets',
    'PUT /api/v1/flows/greet',
    'POST /api/v1/flows',
    'GET /socket.io/?EIO=4&transport=polling',
  ];
  for (const line of absent) {
    const [method = '', path = ''] = line.split(' ');
    const { status } = await ask(path, { method, ...(method === 'GET' ? {} : { body: {} }) });
    expect([line, status]).toEqual([line, 404]);
  }
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect([child.exitCode, await out]).toEqual([0, '']);
  expect(error.find('flow has issues')).toMatchObject({ flow: 'broken' });
});

/** The structured lines of a stream, as they come. */
function readLines(stream: NodeJS.ReadableStream): { find(message: string): Record<string, unknown> | undefined } {
  let heard = '';
  stream.on('data', (chunk) => void (heard += String(chunk)));
  return {
    find: (message) => jsonLines(heard.slice(0, heard.lastIndexOf('\n') + 1)).find(({ msg }) => msg === message),
  };
}
