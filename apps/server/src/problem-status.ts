import type { ProblemData } from '@jacquard/flow';

const statuses: Readonly<Record<string, number>> = {
  'basis-still-running': 409,
  'body-not-json': 400,
  'body-not-a-form': 400,
  'body-too-deep': 400,
  'body-too-large': 413,
  'body-type': 415,
  'bundle-too-large': 413,
  'consent-needed': 409,
  'disk-full': 507,
  'engine-busy': 409,
  'engine-not-ready': 409,
  'file-too-large': 413,
  'flow-changed': 412,
  'flow-exists': 409,
  'flow-has-issues': 422,
  'flow-invalid': 422,
  'host-foreign': 421,
  'login-needed': 401,
  'knowledge-changed': 412,
  'knowledge-disk-full': 507,
  'knowledge-exists': 409,
  'method-not-allowed': 405,
  'model-of-environment': 409,
  'model-unknown': 404,
  'not-published': 409,
  'origin-foreign': 403,
  'pin-too-large': 413,
  'request-invalid': 400,
  'right-missing': 403,
  'revision-missing': 428,
  'run-cancelled': 409,
  'run-elsewhere': 409,
  'run-interrupted': 503,
  'run-not-waiting': 409,
  'run-ended': 409,
  'run-still-running': 409,
  'run-suspended': 503,
  'secret-of-environment': 409,
  'session-exists': 409,
  stopping: 503,
  'store-full': 507,
  'store-locked': 503,
  'too-many-runs': 429,
  'version-labelled': 409,
  'version-not-published': 409,
  'version-published': 409,
  'publishing-in-folder': 409,
};

/** The HTTP status of a problem: by its code, else by who can do something about it. */
export function problemStatus({ code, kind }: Pick<ProblemData, 'code' | 'kind'>): number {
  const status = Object.hasOwn(statuses, code) ? statuses[code] : undefined;
  if (status !== undefined) return status;
  if (code.endsWith('-not-found')) return 404;
  return kind === 'user' ? 422 : kind === 'operational' ? 502 : 500;
}
