import type { PictureReader, ReadContext } from './format-reader.ts';
import { documentPieces } from './document-pieces.ts';
import { readRequestSchema, type ReadReplyParts, type ReadRequest } from './host-protocol.ts';
import type { Recogniser } from './open-recogniser.ts';
import { problemOf } from './problem-of.ts';
import { readFile } from './read-file.ts';

/** Pages are told at most so often, in milliseconds, and the last always. */
const tellEvery = 100;

/** Reads files for the parent process until it is gone. To end one early the parent ends this process. */
export function serveHost(): void {
  const readPicture = createPictureReader();
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; the parent decides when this one ends
  process.on('message', (message) => {
    const request = readRequestSchema.parse(message);
    const reply = createReply(request.id);
    answer(request, readPicture, reply).catch((error: unknown) => {
      const { code, params, kind } = problemOf(error);
      return reply({ type: 'problem', code, params: { ...params }, kind });
    });
  });
}

type Reply = (reply: ReadReplyParts) => Promise<void>;

/** Resolves when the message is on its way, so that no more than one waits in memory. */
function createReply(id: number): Reply {
  return (reply) =>
    new Promise((resolve) => {
      if (process.connected) process.send?.({ ...reply, id }, undefined, {}, () => resolve());
      else resolve();
    });
}

async function answer(request: ReadRequest, readPicture: PictureReader, reply: Reply): Promise<void> {
  let told = -Infinity;
  const context: ReadContext = {
    signal: new AbortController().signal,
    limits: request.limits,
    readPicture,
    onPages(done, total) {
      if (done < total && performance.now() - told < tellEvery) return;
      told = performance.now();
      void reply({ type: 'pages', done, total });
    },
  };
  await readFile(request, context, {
    async document(document) {
      for (const piece of documentPieces(document)) await reply(piece);
    },
    unread: (unread) =>
      reply({
        type: 'unread',
        source: unread.source,
        problem: { ...unread.problem, params: { ...unread.problem.params } },
      }),
  });
  await reply({ type: 'end' });
}

function createPictureReader(): PictureReader {
  let recogniser: Promise<Recogniser> | undefined;
  return async (picture) => {
    recogniser ??= import('./open-recogniser.ts').then(({ openRecogniser }) => openRecogniser());
    return await (await recogniser).read(picture);
  };
}
