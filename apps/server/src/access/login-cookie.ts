import type { Request, Response } from 'express';
import { cookieName } from './credentials.ts';

/**
 * Gives the browser its sign-in: no script reads it and no other site's request carries it. It is `Secure` where the page came by
 * https, as the browser itself says, so that it works over plain http, too. `lifetime` in milliseconds.
 */
export function setLoginCookie(request: Request, response: Response, token: string, lifetime: number): void {
  const secure = request.headers.origin?.startsWith('https://') === true;
  response.cookie(cookieName(request), token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    maxAge: lifetime,
    secure,
  });
}

export function clearLoginCookie(request: Request, response: Response): void {
  response.clearCookie(cookieName(request), { httpOnly: true, sameSite: 'strict', path: '/' });
}
