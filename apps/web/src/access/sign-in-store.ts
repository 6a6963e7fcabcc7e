import { create } from 'zustand';

/** Whether the server wants to know who is here. */
export const useSignIn = create<{ readonly isNeeded: boolean }>(() => ({ isNeeded: false }));

let waiting: PromiseWithResolvers<void> | undefined;

/** Shows the sign-in over what is open, which stays as it is. Resolves once somebody has signed in. */
export function requireSignIn(): Promise<void> {
  waiting ??= Promise.withResolvers<void>();
  useSignIn.setState({ isNeeded: true });
  return waiting.promise;
}

/** Somebody has signed in: what waited for that goes on. */
export function noteSignedIn(): void {
  useSignIn.setState({ isNeeded: false });
  waiting?.resolve();
  waiting = undefined;
}
