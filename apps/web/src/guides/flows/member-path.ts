/** The JSONPath (RFC 9535) of an object's member of any name: `$['it\'s']`. */
export function memberPath(name: string): string {
  return `$['${Array.from(name, escapeSign).join('')}']`;
}

function escapeSign(sign: string): string {
  if (sign === '\\' || sign === "'") return `\\${sign}`;
  const code = sign.charCodeAt(0);
  return code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : sign;
}
