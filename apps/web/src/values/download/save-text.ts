const types = { csv: 'text/csv', json: 'application/json', md: 'text/markdown' } as const;

/** Saves a text as a file of the person's; the browser asks or puts it where downloads go. Never opened as a page. */
export function saveText(name: string, text: string): void {
  const extension = name.split('.').at(-1) ?? '';
  const type = Object.hasOwn(types, extension) ? types[extension as keyof typeof types] : 'text/plain'; // boundary: it is among the keys
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has read it by then; before, it would save nothing.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
