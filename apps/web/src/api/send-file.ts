import { problemDocumentSchema } from '@jacquard/protocol';
import { currentLanguage } from '../i18n/i18n.ts';
import { ApiProblem } from './request.ts';

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** The share that has left, 0 to 1. `fetch` doesn't tell of it. */
  readonly onSent?: ((share: number) => void) | undefined;
}

/** Sends a file to the server as the field `file` of a form, and tells how much of it has left. Rejects as `request` does. */
export async function sendFile(path: string, file: File, { signal, onSent }: SendOptions = {}): Promise<void> {
  signal?.throwIfAborted();
  const call = new XMLHttpRequest();
  const body = new FormData();
  body.append('file', file);
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => call.abort(), { once: true });
    call.upload.addEventListener('progress', ({ loaded, total }) => onSent?.(total > 0 ? loaded / total : 0));
    call.addEventListener('load', () => {
      if (call.status >= 200 && call.status < 300) resolve();
      else reject(refusal(call));
    });
    call.addEventListener('error', () => reject(new ApiProblem('server-unreachable', 0, undefined)));
    call.addEventListener('abort', () => reject(new DOMException('The sending was cancelled', 'AbortError')));
    call.open('POST', `/api/v1${path}`);
    call.setRequestHeader('accept-language', currentLanguage());
    call.send(body);
  });
}

function refusal({ status, responseText }: XMLHttpRequest): ApiProblem {
  const document = problemDocumentSchema.safeParse(parse(responseText)).data;
  return new ApiProblem(document?.code ?? 'server-failed', status, document);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
