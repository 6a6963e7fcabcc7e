/** `imported`: something from elsewhere came into the flow; one that is imported stays so. */
export interface SaveOptions {
  readonly imported?: true | undefined;
}
