import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalModels } from '@jacquard/local-llm';
import { madeChatModel, writeGguf } from '@jacquard/local-llm/testing';
import { wholeAnswer } from './answer.ts';
import { print } from './print.ts';

const kills = 100;
const chats = 30;
/** Answers that finish between two kills, while all others go on. */
const between = 15;

/** The host is killed again and again while thirty chats go on: each step that fails says so, all others finish. */
export async function killHost(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-kills-'));
  await writeGguf(join(folder, 'made.gguf'), madeChatModel());
  const log = { info: () => undefined, warn: () => undefined };
  const fetch = () => Promise.reject(new Error('offline'));
  const models = createLocalModels({ folder, fetch, environment: {}, log });
  const model = await models.chat('made', {});
  const outcomes = new Map<string, number>();
  let killed = 0;
  let finished = 0;
  const kill = (): void => {
    const host = models.hostProcess();
    if (host === undefined || isOver()) return;
    process.kill(host, 'SIGKILL');
    killed += 1;
    finished = 0;
  };
  const isOver = (): boolean => killed >= kills;
  const chat = async (index: number): Promise<void> => {
    for (let turn = 0; !isOver(); turn += 1) {
      const options = { maxTokens: 10 + ((index * 7 + turn * 3) % 60), run: `chat-${index}` };
      const outcome = await wholeAnswer(model, `Hello ${turn}`, options).then(
        ({ finish }) => `finished (${finish})`,
        ({ code }: { code: string }) => code,
      );
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome.startsWith('finished') && (finished += 1) >= between) kill();
    }
  };
  try {
    await Promise.all(Array.from({ length: chats }, (_chat, index) => chat(index)));
    const last = await wholeAnswer(model, 'Still there?', { maxTokens: 4 });
    print(
      `${killed} kills during ${chats} chats: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`,
    );
    print(`after the last one: ${last.finish === undefined ? 'no answer' : 'answered'}`);
  } finally {
    await models.close();
    await rm(folder, { recursive: true, force: true });
  }
}
