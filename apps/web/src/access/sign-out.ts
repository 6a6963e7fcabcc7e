import { accessApi } from './access-api.ts';
import { saveNow } from '../state/autosave.ts';

/** Saves what is unsaved, ends the sign-in on the server, and loads the page anew: nothing of what was read stays in it. */
export async function signOut(): Promise<void> {
  await saveNow().catch(() => undefined);
  await accessApi.signOut();
  location.reload();
}
