import { createGuardedFetch } from '@jacquard/guarded-fetch';
import type { Space, Stores } from '@jacquard/stores';
import type { Configuration } from '../configuration.ts';
import type { LogLine } from '../log-line.ts';
import type { SecretBook } from '../secret-book.ts';
import { SigningKeys } from './signing-keys.ts';
import { WebhookDesk } from './webhook-desk.ts';

interface Sources {
  readonly space: Space;
  readonly configuration: Configuration;
  readonly stores: Stores;
  readonly log: LogLine;
}

/** The webhooks of a space, with a way out of their own: it exempts no origin and knows no secret. */
export function openWebhooks(
  { space, configuration, stores, log }: Sources,
  secrets: SecretBook,
): { readonly desk: WebhookDesk; close(): Promise<void> } {
  const { network, allowedHosts, environment } = configuration;
  const rules = { network, allowedHosts };
  const fetch = createGuardedFetch({ ...rules, exemptOrigins: [], environment, revealSecret: () => undefined });
  const keys = new SigningKeys(stores, space);
  const revealSecret = (name: string) => secrets.reveal(name);
  const desk = new WebhookDesk({ space, stores, fetch, rules, keys, revealSecret, log });
  return {
    desk,
    async close() {
      await desk.close();
      await fetch.close();
    },
  };
}
