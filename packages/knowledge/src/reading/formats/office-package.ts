import { posix } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { ReadContext } from '../format-reader.ts';
import { zipEntries } from '../zip-entries.ts';
import { attributeOf, childrenOf, parseXml, textOf, xmlElements } from './office-xml.ts';

/** The XML parts of an office document by their path in its zip. */
export type OfficePackage = ReadonlyMap<string, Uint8Array>;

/** How a part leads to another (ECMA-376, part 2, 6.5). */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `officeDocument`, `worksheet`, `footnotes`. */
  readonly type: string;
  /** Path of the part that it leads to. */
  readonly target: string;
}

/** Unpacks the XML parts within limits; pictures and what else lies there stay packed. Throws what `zipEntries` throws,
 * and `document-has-password` for encrypted parts, which OpenDocument declares in its manifest (1.3, part 2, 3.4.1). */
export async function openOfficePackage(
  bytes: Uint8Array,
  { limits, signal }: Pick<ReadContext, 'limits' | 'signal'>,
): Promise<OfficePackage> {
  const parts = new Map<string, Uint8Array>();
  for await (const entry of zipEntries(bytes, limits.archive, signal)) {
    if (entry.isEncrypted) throw new Problem('document-has-password');
    if (/\.(?:xml|rels)$/i.test(entry.name)) parts.set(entry.name.replace(/^\//, ''), await entry.read());
  }
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest && Buffer.from(manifest).includes('encryption-data')) throw new Problem('document-has-password');
  return parts;
}

/** A part that can't be missing. */
export function partAt(parts: OfficePackage, path: string | undefined): Uint8Array {
  const part = path === undefined ? undefined : parts.get(path);
  if (!part) throw new Problem('document-damaged');
  return part;
}

/** Where a part leads, '' being the package itself. Addresses outside of the file are left out. */
export function relationshipsOf(parts: OfficePackage, path: string): readonly Relationship[] {
  const folder = posix.dirname(path);
  const bytes = parts.get(posix.join(folder, '_rels', `${posix.basename(path)}.rels`));
  if (!bytes) return [];
  return childrenOf(parseXml(bytes), 'Relationship')
    .filter(({ attributes }) => attributeOf(attributes, 'TargetMode') !== 'External')
    .map(({ attributes }) => ({
      id: attributeOf(attributes, 'Id') ?? '',
      type: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
      target: posix.resolve('/', folder, attributeOf(attributes, 'Target') ?? '').slice(1),
    }));
}

/** The first part of this kind that it leads to. */
export function relatedPart(
  parts: OfficePackage,
  relationships: readonly Relationship[],
  type: string,
): Uint8Array | undefined {
  const found = relationships.find((relationship) => relationship.type === type);
  return found && parts.get(found.target);
}

/** The path of the document's main part. Throws `document-damaged` when there is none. */
export function mainPart(parts: OfficePackage): string {
  const path = relationshipsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  if (path === undefined || !parts.has(path)) throw new Problem('document-damaged');
  return path;
}

const programsOwn =
  /^(?:microsoft (?:word|excel|powerpoint)\b.*|(?:powerpoint )?presentation ?\d*|présentation powerpoint|(?:document|classeur|book|slide|diapositive) ?\d*|untitled|sans titre)$|\.(?:docx?|pptx?|xlsx?|odt)$/i;

/** The title among its properties, or undefined; programs' own ("Microsoft Word - draft.doc", "Presentation1") are none. */
export function titleProperty(parts: OfficePackage): string | undefined {
  const bytes = parts.get('docProps/core.xml') ?? parts.get('meta.xml');
  if (!bytes) return undefined;
  for (const element of xmlElements(bytes, (name) => name === 'title')) {
    const title = textOf(element).replaceAll(/\s+/g, ' ').trim();
    return title === '' || programsOwn.test(title) ? undefined : title;
  }
  return undefined;
}
