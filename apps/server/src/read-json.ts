import { Problem, scanJson } from '@jacquard/flow';
import type { Request, RequestHandler, Response } from 'express';
import { principalOf } from './access/request-principal.ts';

/** Largest JSON body, in bytes: a flow with long prompts, or the inputs of a run. Files have a way of their own. */
const mostBody = 16 * 1024 * 1024;
/** Of those who have shown nothing: a password. */
const mostOfNobody = 16 * 1024;

/**
 * Reads a JSON body once it is known who sends it. One that is too large is refused as soon as that is known: by what its length is
 * said to be, or once so much has come, and what follows isn't read. Throws `body-too-large`, `body-not-json`, `body-encoded`.
 */
export function readJson(): RequestHandler {
  return async (request, response, next) => {
    if (!request.is('application/json')) return next();
    const most = principalOf(response).kind === 'nobody' ? mostOfNobody : mostBody;
    const encoding = request.get('content-encoding')?.toLowerCase() ?? 'identity';
    if (encoding !== 'identity') throw new Problem('body-encoded', { encoding: encoding.slice(0, 50) });
    const length = Number(request.get('content-length') ?? 0);
    const text = length > most ? undefined : await readText(request, most).catch(goneOf(request));
    if (text === undefined) throw tooLarge(response);
    request.body = text === '' ? undefined : parseJson(text);
    next();
  };
}

/** The text of a body; undefined once it is larger than `most` bytes. Rejects when its sender leaves. */
function readText(request: Request, most: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= most) return void chunks.push(chunk);
      request.off('data', take).pause();
      resolve(undefined);
    };
    request
      .on('data', take)
      .once('end', () =>
        resolve(
          Buffer.concat(chunks, size)
            .toString('utf8')
            .replace(/^\uFEFF/, ''),
        ),
      )
      .once('error', reject)
      .once('close', () => request.readableEnded || reject(new Problem('cancelled')));
  });
}

/** A body breaks off where its sender has gone: nobody is left to tell. */
function goneOf(request: Request): (error: unknown) => never {
  return (error) => {
    throw request.destroyed ? new Problem('cancelled') : error;
  };
}

/** The rest of the body isn't waited for: the connection ends with the answer. */
function tooLarge(response: Response): Problem {
  response.set('Connection', 'close');
  return new Problem('body-too-large');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const scanned = scanJson(text);
    throw new Problem('body-not-json', scanned.ok ? {} : { line: scanned.line, column: scanned.column });
  }
}
