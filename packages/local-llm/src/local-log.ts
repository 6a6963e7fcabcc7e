/** Where this package writes what an operator may want to know: pino has this shape. Never prompts or answers. */
export interface LocalLog {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
}
