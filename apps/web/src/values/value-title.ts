import { createContext, useContext } from 'react';

const valueTitle = createContext('');

/** Tells the views below what their value is called: files that are saved of it bear the name. */
export const ValueTitle = valueTitle.Provider;

/** What the shown value is called. */
export function useValueTitle(): string {
  return useContext(valueTitle);
}
