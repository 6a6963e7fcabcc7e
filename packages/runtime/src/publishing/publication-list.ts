import type { Publication, PublicationList } from '@jacquard/protocol';
import type { StoredLabel, StoredPublication, StoredVersion } from '@jacquard/stores';

/** The published versions with what people call them, the one that calls without a version get first. */
export function publicationList(
  published: readonly StoredPublication[],
  labels: readonly StoredLabel[],
  versions: readonly StoredVersion[],
): PublicationList {
  const byNumber = new Map(versions.map((version) => [version.number, version]));
  const publications = published.flatMap(({ number, publishedAt }, index): Publication[] => {
    const version = byNumber.get(number);
    if (version === undefined) return [];
    const { name, note, createdAt, nodeCount } = version;
    return [
      {
        number,
        publishedAt,
        isCurrent: index === 0,
        labels: labels.filter((label) => label.number === number).map(({ label }) => label),
        createdAt,
        nodeCount,
        ...(name !== undefined && { name }),
        ...(note !== undefined && { note }),
      },
    ];
  });
  return { publications, labels: labels.map(({ label, number }) => ({ label, number })) };
}
