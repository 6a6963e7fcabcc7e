import { createGuardedFetch } from '@jacquard/guarded-fetch';

/** The guarded client, allowed to reach the servers that tests start on loopback. */
export const loopbackFetch = createGuardedFetch({
  network: 'all',
  allowedHosts: ['127.0.0.1'],
  exemptOrigins: [],
  environment: {},
  revealSecret: () => undefined,
});
