/** Whether a file of the sandbox may be called so: a path below the folder that the code runs in, without steps up. */
export function isFileName(name: string): boolean {
  const parts = name.split('/');
  return name.length <= 200 && !/[\p{Cc}\\:]/u.test(name) && parts.every((part) => !['', '.', '..'].includes(part));
}
