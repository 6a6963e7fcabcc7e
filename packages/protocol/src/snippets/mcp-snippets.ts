import type { JsonValue } from '@jacquard/flow';
import { originOf, type CallSubject } from './call-subject.ts';
import type { Snippet, SnippetMode } from './snippet.ts';

/**
 * The settings by which MCP clients find the flows of this server over Streamable HTTP, each with the file that it reads. The key comes
 * from the environment or is asked for, as each client has it.
 */
export function mcpSnippets({ baseUrl, needsKey }: CallSubject): readonly Snippet[] {
  const url = `${originOf(baseUrl)}/mcp`;
  const settings: readonly (readonly [SnippetMode, string, JsonValue])[] = [
    [
      'claude-code',
      '.mcp.json',
      serversOf('mcpServers', { type: 'http', url, ...bearer('${JACQUARD_API_KEY}', needsKey) }),
    ],
    ['claude-desktop', 'claude_desktop_config.json', serversOf('mcpServers', throughRemote(url, needsKey))],
    [
      'vs-code',
      '.vscode/mcp.json',
      {
        ...serversOf('servers', { type: 'http', url, ...bearer('${input:jacquard-key}', needsKey) }),
        ...asked(needsKey),
      },
    ],
    ['cursor', '.cursor/mcp.json', serversOf('mcpServers', { url, ...bearer('${env:JACQUARD_API_KEY}', needsKey) })],
  ];
  return settings.map(([mode, file, value]) => ({
    language: 'mcp',
    mode,
    syntax: 'json',
    file,
    text: `${JSON.stringify(value, null, 2)}\n`,
  }));
}

function serversOf(name: string, server: JsonValue): { readonly [name: string]: JsonValue } {
  return { [name]: { jacquard: server } };
}

function bearer(key: string, needsKey: boolean): { readonly [name: string]: JsonValue } {
  return needsKey ? { headers: { Authorization: `Bearer ${key}` } } : {};
}

/** It reads programs alone from its file: one that passes on. Without TLS, it has to be allowed to. */
function throughRemote(url: string, needsKey: boolean): JsonValue {
  const isPlain = url.startsWith('http:');
  return {
    command: 'npx',
    args: [
      '-y',
      'mcp-remote',
      url,
      ...(isPlain ? ['--allow-http'] : []),
      // Without a space: on Windows it takes one for the end of the word.
      ...(needsKey ? ['--header', 'Authorization:${AUTHORIZATION}'] : []),
    ],
    ...(needsKey && { env: { AUTHORIZATION: 'Bearer YOUR_API_KEY' } }),
  };
}

function asked(needsKey: boolean): { readonly [name: string]: JsonValue } {
  if (!needsKey) return {};
  return { inputs: [{ type: 'promptString', id: 'jacquard-key', description: 'Jacquard API key', password: true }] };
}
