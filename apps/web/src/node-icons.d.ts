declare module 'virtual:node-icons' {
  import type { LucideIcon } from 'lucide-react';

  /** The icons that node types name, by their Lucide name. */
  export const icons: Readonly<Record<string, LucideIcon>>;
}
