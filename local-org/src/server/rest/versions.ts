/** The API versions there are, and the names of their releases. Any version not newer than the newest may be asked for. */
const OLDEST_LISTED = 60;
const NEWEST = 67;

/** 60.0 came with Spring ’24; three releases a year. */
function label(version: number): string {
  const season = ['Spring', 'Summer', 'Winter'][(version - 60) % 3] ?? '';
  const year = 24 + Math.floor((version - 60) / 3) + (season === 'Winter' ? 1 : 0);
  return `${season} '${year}`;
}

export const versions: readonly { readonly label: string; readonly url: string; readonly version: string }[] = Array.from(
  { length: NEWEST - OLDEST_LISTED + 1 },
  (_, i) => ({ label: label(OLDEST_LISTED + i), url: `/services/data/v${OLDEST_LISTED + i}.0`, version: `${OLDEST_LISTED + i}.0` }),
);

export function isVersion(segment: string): boolean {
  const version = Number(/^v(\d{2})\.0$/.exec(segment)?.[1]);
  return version >= 20 && version <= NEWEST;
}
