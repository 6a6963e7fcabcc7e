import { operations } from './operation.ts';

const v1 = '/api/v1';

/** Signing in, keys, and the log of what was done. */
export const accessOperations = [
  ...operations('canvas', {
    [`GET ${v1}/login`]: 'public',
    [`POST ${v1}/login`]: 'anyone',
    [`POST ${v1}/setup`]: 'public',
    [`POST ${v1}/logout`]: 'anyone',
    [`PUT ${v1}/password`]: 'operator',
    [`GET ${v1}/logins`]: 'operator',
    [`DELETE ${v1}/logins`]: 'operator',
    [`DELETE ${v1}/logins/:login`]: 'operator',
    [`GET ${v1}/keys`]: 'operator',
    [`POST ${v1}/keys`]: 'operator',
    [`GET ${v1}/keys/:key`]: 'operator',
    [`DELETE ${v1}/keys/:key`]: 'operator',
    [`GET ${v1}/audit`]: 'operator',
  }),
  ...operations('calls', { [`GET ${v1}/key`]: 'known' }),
];
