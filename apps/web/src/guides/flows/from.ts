/** A wire from a port, as an input has it. */
export const from = (address: string): { readonly from: string } => ({ from: address });
