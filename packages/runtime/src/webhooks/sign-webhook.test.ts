import { expect, test } from 'vitest';
import { readSigningKey, showSigningKey, signWebhook } from './sign-webhook.ts';

test('signs as the specification’s own example does', () => {
  const key = readSigningKey('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
  expect(signWebhook(message, key)).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('a key reads as it was shown; a text that is none is its own bytes', () => {
  const key = new Uint8Array([1, 2, 250]);
  expect([...readSigningKey(` ${showSigningKey(key)}\n`)]).toEqual([1, 2, 250]);
  expect(Buffer.from(readSigningKey('my secret')).toString()).toBe('my secret');
});
