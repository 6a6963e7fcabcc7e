import { Problem } from '@jacquard/flow';
import { createDocumentText, type DocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { writeHtml } from './html-body.ts';
import { parseHtml } from './html-tree.ts';
import { writePlainText } from './plain-text-reader.ts';

const attachmentsOpened = 1_000;

/**
 * A message (RFC 5322, MIME): its subject is the title, sender, receivers and date stand before its text, in the words of the
 * message itself. Of a text in two forms the plain one is read, unless it is empty. Its attachments are handed on.
 */
export const emailReader: FormatReader = async (bytes, _about, { limits }) => {
  const { default: PostalMime } = await import('postal-mime');
  const message = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1_000_000 }).catch(
    (cause: unknown) => {
      throw new Problem('document-damaged', {}, { cause });
    },
  );
  const text = createDocumentText(limits);
  const subject = message.subject?.trim() ?? '';
  text.addHeading(subject, 1);
  const header = (key: string): string | undefined => message.headers.find((line) => line.key === key)?.value;
  text.addParagraph(
    [
      line('From', addresses(message.from && [message.from])),
      line('To', addresses(message.to)),
      line('Cc', addresses(message.cc)),
      line('Date', header('date') ?? ''),
    ]
      .filter((written) => written !== '')
      .join('\n'),
  );
  writeContent(message, text);
  const attachments = message.attachments
    .filter(isFile)
    .slice(0, attachmentsOpened)
    .flatMap(({ filename, content }) =>
      filename && typeof content !== 'string' ? [{ name: filename, bytes: new Uint8Array(content) }] : [],
    );
  return { ...text.finish(), ...(subject !== '' && { title: subject }), warnings: [], attachments };
};

function writeContent(
  message: { readonly text?: string | undefined; readonly html?: string | undefined },
  text: DocumentText,
): void {
  const plain = message.text?.replaceAll(/\r\n?/g, '\n').trim() ?? '';
  if (plain !== '') writePlainText(plain, text);
  else if (message.html) writeHtml(parseHtml(message.html), text);
}

/** Not a picture that stands in the text, as logos in signatures do. */
function isFile({
  mimeType,
  disposition,
  related,
}: {
  mimeType: string;
  disposition: string | null;
  related?: boolean | undefined;
}): boolean {
  return !(mimeType.startsWith('image/') && (related === true || disposition === 'inline'));
}

interface Address {
  readonly name: string;
  readonly address?: string | undefined;
  readonly group?: readonly Address[] | undefined;
}

function addresses(all: readonly Address[] | undefined): string {
  return (all ?? [])
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address = '' }) => (name === '' ? address : `${name} <${address}>`))
    .join(', ');
}

function line(name: string, value: string): string {
  return value.trim() === '' ? '' : `${name}: ${value}`;
}
