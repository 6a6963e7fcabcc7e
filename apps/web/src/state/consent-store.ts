import type { Reach } from '@jacquard/protocol';
import { create } from 'zustand';

interface ConsentState {
  readonly asked: { readonly reaches: readonly Reach[]; readonly answer: (agreed: boolean) => void } | undefined;
}

/** What an imported flow would use, while a person is asked. */
export const useConsent = create<ConsentState>()(() => ({ asked: undefined }));

/** Asks a person whether the flow may use these; resolves with the answer. */
export function askConsent(reaches: readonly Reach[]): Promise<boolean> {
  return new Promise((resolve) => {
    useConsent.setState({
      asked: {
        reaches,
        answer: (agreed) => {
          useConsent.setState({ asked: undefined });
          resolve(agreed);
        },
      },
    });
  });
}
