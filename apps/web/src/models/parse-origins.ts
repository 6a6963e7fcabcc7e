/** Addresses as people write them, one by one: each is the origin that a secret may be sent to, or isn't one. */
export function parseOrigins(text: string): {
  readonly origins: readonly string[];
  readonly wrong: string | undefined;
} {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const wrong = parts.find((part) => originOf(part) === undefined);
  return { origins: [...new Set(parts.flatMap((part) => originOf(part) ?? []))], wrong };
}

function originOf(text: string): string | undefined {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { origin, protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname !== '' ? origin : undefined;
}
