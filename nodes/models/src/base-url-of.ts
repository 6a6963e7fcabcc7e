import { Problem } from '@jacquard/node-kit';

/** The address of an API without the slash at its end. Throws `address-not-valid` for what isn't an http address. */
export function baseUrlOf(address: string): string {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '') {
    throw new Problem('address-not-valid', { address });
  }
  return url.href.replace(/\/+$/, '');
}
