import { isAbsolute } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { HubPlace } from '../fetchable-model.ts';

/** Where a person says that a model is. */
export type ModelAddress =
  | { readonly kind: 'hub'; readonly place: HubPlace }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string };

const repository = /^([\w.-]{1,96}\/[\w.-]{1,96})(?:\/(.+\.gguf))?(?::([\w.-]{1,40}))?$/i;

/**
 * Reads `hf:owner/repository`, `hf:owner/repository:Q4_K_M`, `hf:owner/repository/path/file.gguf` (`hf.co/` and a page's address
 * on Hugging Face will do, too), an `http(s)` address of a GGUF file, or, where `mayBeFile`, a path. Throws
 * `model-address-unclear`.
 */
export function parseModelAddress(text: string, { mayBeFile = false } = {}): ModelAddress {
  const trimmed = text.trim();
  const named = /^(?:hf:(?:\/\/)?|hf\.co\/)(.+)$/i.exec(trimmed)?.[1];
  if (named !== undefined) return parseRepository(named, text);
  if (/^https?:\/\//i.test(trimmed)) return parseUrl(trimmed, text);
  if (mayBeFile && (isAbsolute(trimmed) || /^\.{0,2}[/\\]|^[^/]*\.gguf$/i.test(trimmed))) {
    return { kind: 'file', path: trimmed };
  }
  if (repository.test(trimmed) && !trimmed.startsWith('.')) return parseRepository(trimmed, text);
  throw unclear(text);
}

function parseRepository(named: string, text: string): ModelAddress {
  const [, id, file, quantisation] = repository.exec(named) ?? [];
  if (id === undefined || named.includes('..')) throw unclear(text);
  return { kind: 'hub', place: { repository: id, ...(file && { file }), ...(quantisation && { quantisation }) } };
}

function parseUrl(address: string, text: string): ModelAddress {
  const url = URL.parse(address);
  if (!url) throw unclear(text);
  if (!/^(?:www\.)?(?:huggingface\.co|hf\.co)$/i.test(url.hostname)) return { kind: 'address', url: address };
  const [owner, name, kind, revision, ...path] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (owner === undefined || name === undefined) throw unclear(text);
  const isPage = kind === 'blob' || kind === 'resolve' || kind === 'tree';
  const place = isPage && revision !== undefined && revision !== 'main' ? { revision } : {};
  const found = parseRepository([owner, name, ...(isPage && kind !== 'tree' ? path : [])].join('/'), text);
  return found.kind === 'hub' ? { kind: 'hub', place: { ...found.place, ...place } } : found;
}

/** As it is shown and can be given again. */
export function modelAddressText(address: ModelAddress): string {
  if (address.kind === 'address') return address.url;
  if (address.kind === 'file') return address.path;
  const { repository: id, file, quantisation } = address.place;
  return `hf:${id}${file === undefined ? '' : `/${file}`}${quantisation === undefined ? '' : `:${quantisation}`}`;
}

function unclear(text: string): Problem {
  return new Problem('model-address-unclear', { text: text.slice(0, 200) });
}
