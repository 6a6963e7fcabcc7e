import { createHmac } from 'node:crypto';

/** What is signed: the message's id, its time in seconds, and its body as it is sent. */
export interface WebhookMessage {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
}

/** The headers of a signed message (Standard Webhooks 1.0): HMAC-SHA256 over id, time and body. */
export function signWebhook({ id, timestamp, body }: WebhookMessage, key: Uint8Array): Record<string, string> {
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}

const prefix = 'whsec_';

/** A signing key as people hand it on. */
export function showSigningKey(key: Uint8Array): string {
  return `${prefix}${Buffer.from(key).toString('base64')}`;
}

/** The key that a text stands for: base64 after `whsec_`, else the text's own bytes. */
export function readSigningKey(text: string): Uint8Array {
  const trimmed = text.trim();
  return trimmed.startsWith(prefix)
    ? Buffer.from(trimmed.slice(prefix.length), 'base64')
    : Buffer.from(trimmed, 'utf8');
}
