const titleStop = /(?<=(?<![\p{L}\p{N}])(?:Dr|Mr|Mrs|Ms|Prof|Mme|Mlle|Me|St))\.(?=\s+\p{Lu})/gu;

/** A title before a name is written with a full stop or without: `Dr. Blackett` becomes `Dr Blackett`. */
export function dropTitleStops(text: string): string {
  return text.replaceAll(titleStop, '');
}
