import type { Runtime } from '@jacquard/runtime';
import type { RequestHandler } from 'express';
import { locked } from './require-right.ts';

/** The page of the one-time link. */
const setUpPath = '/setup';

/**
 * While nobody can sign in, of the pages there is the one of the one-time link alone; other addresses lead there and say what to do. What
 * the API answers is decided by its own rules.
 */
export function refuseLocked({ access }: Runtime): RequestHandler {
  return (request, response, next) => {
    const { method, path } = request;
    if (access.state !== 'locked' || path.startsWith('/api/')) return next();
    const isPage = method === 'GET' || method === 'HEAD';
    const isAsset = path.startsWith('/assets/') || /^\/[\w-]+\.(svg|png|ico|webmanifest)$/.test(path);
    if (isPage && (path === setUpPath || isAsset)) return next();
    if (isPage && path === '/' && request.accepts('html')) return response.redirect(302, setUpPath);
    throw locked();
  };
}
