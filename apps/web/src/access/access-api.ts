import {
  auditPageSchema,
  createdKeySchema,
  keysSchema,
  loginsSchema,
  loginStateSchema,
  type CreateKey,
} from '@jacquard/protocol';
import { queryClient } from '../api/queries.ts';
import { request, requestJson } from '../api/request.ts';

const at = encodeURIComponent;

/** What the server answers about who may come in. */
export const accessApi = {
  state: () => requestJson(loginStateSchema, '/login'),
  signIn: (password: string) => requestJson(loginStateSchema, '/login', { method: 'POST', json: { password } }),
  setUp: (token: string, password: string) =>
    requestJson(loginStateSchema, '/setup', { method: 'POST', json: { token, password } }),
  signOut: () => request('/logout', { method: 'POST', json: {} }),
  changePassword: (password: string, old: string | undefined) =>
    request('/password', { method: 'PUT', json: { password, ...(old !== undefined && { old }) } }),
  logins: () => requestJson(loginsSchema, '/logins'),
  endLogin: (id: string) => request(`/logins/${at(id)}`, { method: 'DELETE' }),
  endAllLogins: () => request('/logins', { method: 'DELETE' }),
  keys: () => requestJson(keysSchema, '/keys'),
  makeKey: (key: CreateKey) => requestJson(createdKeySchema, '/keys', { method: 'POST', json: key }),
  revokeKey: (id: string) => request(`/keys/${at(id)}`, { method: 'DELETE' }),
  audit: (before: number | undefined) =>
    requestJson(auditPageSchema, `/audit?limit=25${before === undefined ? '' : `&before=${before}`}`),
};

/** Keys of what is kept of these answers. */
export const accessKeys = {
  logins: ['logins'] as const,
  keys: ['api-keys'] as const,
  audit: ['audit'] as const,
};

/** After a key or a sign-in was made or ended, which the log tells, too. */
export async function refreshAccess(changed: 'keys' | 'logins'): Promise<void> {
  await Promise.all(
    [accessKeys[changed], accessKeys.audit].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );
}
