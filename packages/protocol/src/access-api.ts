import { jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';

/**
 * What a key may be allowed to do. `call`: published flows, the runs and sessions that come of it. `draft`: a flow as it stands on the
 * canvas. `read`: flows' documents, versions and interfaces, and what goes on inside of their runs. `edit`: saving and publishing. `models`: this machine's models. `metrics`.
 */
export const keyActionSchema = z.enum(['call', 'draft', 'read', 'edit', 'models', 'metrics']);
export type KeyAction = z.infer<typeof keyActionSchema>;

/** Long passwords are as good as complicated ones; a bound keeps the hashing short. */
export const shortestPassword = 10;
const newPassword = z.string().min(shortestPassword).max(1024);

/**
 * `GET /api/v1/login`. `open`: nobody need sign in here. `locked`: no password is set yet, and the one-time link must be used.
 * `signed-out` and `signed-in` otherwise. `hasPassword`: whether one can sign in by it.
 */
export const loginStateSchema = z.object({
  state: z.enum(['open', 'locked', 'signed-out', 'signed-in']),
  hasPassword: z.boolean(),
  /** The environment holds the password: it can't be changed here. */
  isOfEnvironment: z.boolean(),
  /** The sign-in that this browser has. */
  loginId: z.string().optional(),
});
export type LoginState = z.infer<typeof loginStateSchema>;

/** `POST /api/v1/login` → 200, with a cookie. */
export const loginRequestSchema = z.strictObject({ password: z.string().max(1024) });
/** `POST /api/v1/setup` → 200, with a cookie: the one-time link's token, and the first password. */
export const setupRequestSchema = z.strictObject({ token: z.string().max(200), password: newPassword });
/** `PUT /api/v1/password` → 204. `old` is needed once there is a password. All other sign-ins end. */
export const changePasswordSchema = z.strictObject({ old: z.string().max(1024).optional(), password: newPassword });

/** An item of `GET /api/v1/logins`: `{logins: [...]}`. `DELETE /api/v1/logins` ends all, `DELETE /api/v1/logins/:login` one. */
export const loginSchema = z.object({
  id: z.string(),
  createdAt: z.number(),
  lastUsedAt: z.number(),
  expiresAt: z.number(),
  address: z.string(),
  /** What the browser calls itself. */
  agent: z.string(),
});
export type Login = z.infer<typeof loginSchema>;
export const loginsSchema = z.object({ logins: z.array(loginSchema) });

const count = z.number().int().positive().max(1e15);

/** Bounds of a key. `calls`, `tokens` and `cost` (US dollars) are counted in the `period`: a day, a month (UTC), or its whole life. */
export const keyLimitsSchema = z.strictObject({
  callsPerMinute: count.max(1_000_000).optional(),
  concurrency: count.max(100_000).optional(),
  period: z.enum(['day', 'month', 'ever']).optional(),
  calls: count.optional(),
  tokens: count.optional(),
  cost: z.number().positive().max(1e9).optional(),
});

/** `POST /api/v1/keys`. Times in milliseconds since the epoch; no `expiresAt`: it never runs out. */
export const createKeySchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  actions: z.array(keyActionSchema).min(1).max(keyActionSchema.options.length),
  flows: z.union([z.literal('all'), z.array(z.string().max(200)).min(1).max(1_000)]),
  expiresAt: z.number().int().positive().max(8.64e15).optional(),
  limits: keyLimitsSchema.optional(),
});
export type CreateKey = z.infer<typeof createKeySchema>;

const leftSchema = z.object({
  callsPerMinute: z.number().optional(),
  concurrency: z.number().optional(),
  calls: z.number().optional(),
  tokens: z.number().optional(),
  cost: z.number().optional(),
});

/** An item of `GET /api/v1/keys`, and `GET /api/v1/keys/:key`; `GET /api/v1/key` is the caller's own. */
export const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  actions: z.array(keyActionSchema),
  flows: z.union([z.literal('all'), z.array(z.string())]),
  limits: keyLimitsSchema,
  createdAt: z.number(),
  expiresAt: z.number().optional(),
  lastUsedAt: z.number().optional(),
  revokedAt: z.number().optional(),
  /** The environment holds it: it can't be revoked here. */
  isOfEnvironment: z.boolean(),
  /** In the limits' period. */
  used: z.object({ calls: z.number(), tokens: z.number(), cost: z.number() }),
  /** Of each limit that there is. */
  left: leftSchema,
  /** When the period's counts begin anew. */
  resetsAt: z.number().optional(),
});
export type Key = z.infer<typeof keySchema>;
export const keysSchema = z.object({ keys: z.array(keySchema) });
/** The answer of `POST /api/v1/keys`: the one time that the key's text is told. */
export const createdKeySchema = z.object({ key: keySchema, text: z.string() });

export const auditQuerySchema = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A line of `GET /api/v1/audit?before=NUMBER&limit=`, newest first. */
export const auditEntrySchema = z.object({
  number: z.number(),
  at: z.number(),
  who: z.string(),
  address: z.string(),
  action: z.string(),
  about: z.record(z.string(), jsonValueSchema),
  outcome: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
/** `before`: what to ask the next page with; absent on the last one. */
export const auditPageSchema = z.object({ entries: z.array(auditEntrySchema), before: z.number().optional() });
