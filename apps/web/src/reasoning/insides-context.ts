import type { TraceItem } from '@jacquard/protocol';
import { createContext, useContext } from 'react';

/** What the items of one step's insides have behind them. */
interface InsidesContext {
  readonly calls: readonly TraceItem[];
  readonly runId: string | undefined;
  /** Calls may still end. */
  readonly isRunning: boolean;
  /** There is room to show things side by side. */
  readonly isLarge: boolean;
}

const context = createContext<InsidesContext>({ calls: [], runId: undefined, isRunning: false, isLarge: false });

/** Tells the views below which step they show. */
export const InsidesProvider = context.Provider;

/** The step whose insides are shown. */
export function useInsidesContext(): InsidesContext {
  return useContext(context);
}
