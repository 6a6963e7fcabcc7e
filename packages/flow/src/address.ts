/** The two parts of an output's address, `node.port`. */
export interface Address {
  readonly node: string;
  readonly port: string;
}

/** Splits `node.port`. Ids and port names hold no dot. */
export function parseAddress(address: string): Address {
  const dot = address.indexOf('.');
  return dot < 0 ? { node: address, port: '' } : { node: address.slice(0, dot), port: address.slice(dot + 1) };
}
