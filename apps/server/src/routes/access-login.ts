import { Problem } from '@jacquard/flow';
import { changePasswordSchema, loginRequestSchema, setupRequestSchema, type LoginState } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import { Router, type Request, type Response } from 'express';
import type { LoginLimiter } from '../access/login-limiter.ts';
import { clearLoginCookie, setLoginCookie } from '../access/login-cookie.ts';
import { loginOf } from '../access/request-principal.ts';

/** Signing in and out, the password, and the browsers that are signed in. */
export function loginRoutes({ access }: Runtime): Router {
  const { logins, passwords } = access;
  const limiter = lazyLimiter();
  const router = Router();
  router.get('/login', (_request, response) => void response.json(stateOf(access, loginOf(response))));
  router.post('/login', async (request, response) => {
    const { password } = loginRequestSchema.parse(request.body);
    if (!passwords.isSet) throw new Problem('password-not-set');
    const address = addressOf(request);
    await (await limiter()).enter(address);
    if (!(await passwords.verify(password))) throw new Problem('password-wrong');
    await (await limiter()).succeeded(address);
    await signIn(access, request, response);
  });
  router.post('/setup', async (request, response) => {
    const { token, password } = setupRequestSchema.parse(request.body);
    await (await limiter()).enter(addressOf(request));
    await access.setUp(token, password);
    await signIn(access, request, response);
  });
  router.post('/logout', async (request, response) => {
    const id = loginOf(response);
    if (id !== undefined) await logins.end(id);
    clearLoginCookie(request, response);
    response.status(204).end();
  });
  router.put('/password', async (request, response) => {
    const { old, password } = changePasswordSchema.parse(request.body);
    const address = addressOf(request);
    await (await limiter()).enter(address);
    await passwords.set(password, old);
    await (await limiter()).succeeded(address);
    await logins.endAll(loginOf(response));
    response.status(204).end();
  });
  router.get('/logins', async (_request, response) => void response.json({ logins: await logins.list() }));
  router.delete('/logins', async (request, response) => {
    await logins.endAll();
    clearLoginCookie(request, response);
    response.status(204).end();
  });
  router.delete('/logins/:login', async (request, response) => {
    const { login } = request.params;
    if (!(await logins.end(login))) throw new Problem('login-not-found');
    response.status(204).end();
  });
  return router;
}

/** Loaded for whoever shows a password. */
function lazyLimiter(): () => Promise<LoginLimiter> {
  let made: Promise<LoginLimiter> | undefined;
  const make = async (): Promise<LoginLimiter> => {
    const { LoginLimiter } = await import('../access/login-limiter.ts');
    return new LoginLimiter();
  };
  return () => (made ??= make());
}

async function signIn(access: Runtime['access'], request: Request, response: Response): Promise<void> {
  const before = loginOf(response);
  if (before !== undefined) await access.logins.end(before);
  const { token, id, lifetime } = await access.logins.add(addressOf(request), request.get('user-agent') ?? '');
  setLoginCookie(request, response, token, lifetime);
  response.json(stateOf(access, id));
}

function stateOf({ state, passwords }: Runtime['access'], loginId: string | undefined): LoginState {
  const shown = loginId === undefined ? 'signed-out' : 'signed-in';
  return {
    state: state === 'login' ? shown : state,
    hasPassword: passwords.isSet,
    isOfEnvironment: passwords.isOfEnvironment,
    ...(loginId !== undefined && { loginId }),
  };
}

/** Of the connection: what a header says of it, anyone could. */
function addressOf({ socket }: Request): string {
  return socket.remoteAddress ?? '';
}
