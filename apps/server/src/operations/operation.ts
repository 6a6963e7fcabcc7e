import type { KeyAction } from '@jacquard/runtime';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may do it. `public`: everyone, also before the operator has set a password. `anyone`: everyone once the server is open. `known`: whoever
 * has shown who they are. `operator`: the operator alone. An action: the operator, and keys that may do it, or `or`; with `flow`, the path's parameter that names the flow, keys
 * that are for this flow; with `of`, those whose the path's run or session is.
 */
export type Rule =
  | 'public'
  | 'anyone'
  | 'known'
  | 'operator'
  | { readonly action: KeyAction; readonly or?: KeyAction; readonly flow?: string; readonly of?: 'run' | 'session' };

/**
 * A path that is answered, and who may ask it. A request that no operation names is refused before any route sees it, so that a route
 * can't be forgotten here.
 */
export interface Operation {
  readonly method: Method;
  /** With its parameters: `/api/v1/flows/:id/invoke`. A parameter stands for one part. */
  readonly path: string;
  readonly rule: Rule;
  /** `calls`: what programs call, and all that a server without a canvas answers. `canvas`: what the page needs besides. */
  readonly surface: 'calls' | 'canvas';
}

/** Operations of one surface, a line each: method and path as they are read, then the rule. */
export function operations(
  surface: Operation['surface'],
  rows: Readonly<Record<`${Method} /${string}`, Rule>>,
): readonly Operation[] {
  return Object.entries(rows).map(([line, rule]) => {
    const [method, path] = line.split(' ') as [Method, string]; // boundary: the key's own form
    return { method, path, rule, surface };
  });
}
