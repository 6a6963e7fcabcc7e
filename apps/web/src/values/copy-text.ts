/** Copies a text, also on pages served over plain http from another machine, where the clipboard's API is missing. */
export function copyText(text: string): void {
  if (isSecureContext) {
    void navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  // Deprecated, and the only way in a page that is not a secure context.
  document.execCommand('copy');
  area.remove();
}
