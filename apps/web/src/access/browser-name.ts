/** In the order in which they must be looked for: most call themselves by the others' names, too. */
const browsers = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;

const systems = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const;

/** What a browser's own line says of it, in two words; undefined for what is no browser. */
export function browserName(agent: string): string | undefined {
  const [, browser] = browsers.find(([pattern]) => pattern.test(agent)) ?? [];
  if (browser === undefined) return undefined;
  const [, system] = systems.find(([pattern]) => pattern.test(agent)) ?? [];
  return system === undefined ? browser : `${browser}, ${system}`;
}
