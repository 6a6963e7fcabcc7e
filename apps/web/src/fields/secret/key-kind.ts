/** A key of a service, known by how it begins. */
export interface KeyKind {
  /** A name under which it could be stored. */
  readonly name: string;
  /** The origin that it is for; undefined where many take it. */
  readonly origin: string | undefined;
}

const kinds: readonly (readonly [RegExp, KeyKind])[] = [
  [/^sk-ant-[\w-]{20,}$/, { name: 'anthropic', origin: 'https://api.anthropic.com' }],
  [/^sk-or-[\w-]{20,}$/, { name: 'openrouter', origin: 'https://openrouter.ai' }],
  [/^sk-[\w-]{20,}$/, { name: 'openai', origin: 'https://api.openai.com' }],
  [/^gsk_\w{20,}$/, { name: 'groq', origin: 'https://api.groq.com' }],
  [/^AIza[\w-]{30,}$/, { name: 'google', origin: 'https://generativelanguage.googleapis.com' }],
  [/^hf_\w{20,}$/, { name: 'hugging-face', origin: 'https://huggingface.co' }],
  [/^(?:gh[pousr]_\w{30,}|github_pat_\w{40,})$/, { name: 'github', origin: 'https://api.github.com' }],
  [/^glpat-[\w-]{20,}$/, { name: 'gitlab', origin: 'https://gitlab.com' }],
  [/^tvly-[\w-]{20,}$/, { name: 'tavily', origin: 'https://api.tavily.com' }],
  [/^xox[abprs]-[\w-]{20,}$/, { name: 'slack', origin: 'https://slack.com' }],
  [/^(?:AKIA|ASIA)[0-9A-Z]{16}$/, { name: 'aws', origin: undefined }],
  [/^eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}$/, { name: 'token', origin: undefined }],
  [/^-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/, { name: 'private-key', origin: undefined }],
];

/** What kind of key a pasted text is; undefined for a text that is none, as far as can be told by its beginning. */
export function keyKind(text: string): KeyKind | undefined {
  const written = text.trim().replace(/^Bearer\s+/i, '');
  if (written.length > 10_000) return undefined;
  return kinds.find(([pattern]) => pattern.test(written))?.[1];
}

/** The key itself, without what was copied with it. */
export function keyText(text: string): string {
  return text.trim().replace(/^Bearer\s+/i, '');
}
