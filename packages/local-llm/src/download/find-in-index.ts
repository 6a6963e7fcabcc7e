import type { Fetch } from '@jacquard/node-kit';
import { z } from 'zod';
import type { RemotePlace } from './model-source.ts';
import { request } from './request.ts';

const projectSchema = z.object({ files: z.array(z.object({ filename: z.string(), url: z.string() })) });

/**
 * Finds a file on a Python package index by the simple repository API (PEP 503 in HTML, PEP 691 in JSON); undefined when
 * the index doesn't have it. A name and password in the index's address go along as basic authentication.
 */
export async function findInIndex(
  fetch: Fetch,
  index: string,
  distribution: string,
  file: string,
  signal: AbortSignal,
): Promise<RemotePlace | undefined> {
  const { address, headers } = withoutCredentials(index);
  const project = distribution.toLowerCase().replaceAll(/[-_.]+/g, '-');
  const url = `${address.replace(/\/+$/, '')}/${project}/`;
  const accept = 'application/vnd.pypi.simple.v1+json, text/html;q=0.1';
  const answer = await request(fetch, url, { signal, headers: { ...headers, accept }, maxBytes: 5_000_000 });
  if (!answer.ok) return undefined;
  const text = await answer.text();
  const found = linksIn(text).find((link) => link.name === file);
  if (!found) return undefined;
  const target = new URL(found.href, answer.url || url);
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return undefined;
  target.hash = '';
  return { url: target.href, ...(target.origin === new URL(address).origin && { headers }) };
}

function linksIn(text: string): { readonly name: string; readonly href: string }[] {
  if (text.trimStart().startsWith('{')) {
    const project = projectSchema.safeParse(parseJson(text));
    return (project.data?.files ?? []).map(({ filename, url }) => ({ name: filename, href: url }));
  }
  return [...text.matchAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([^<]*)<\/a>/gi)].map(([, href = '', name = '']) => ({
    name: name.trim(),
    href: href.replaceAll('&amp;', '&'),
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withoutCredentials(index: string): { address: string; headers: Record<string, string> } {
  const url = new URL(index);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  if (username === '') return { address: url.href, headers: {} };
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { address: url.href, headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}
