/**
 * What is chosen: single contacts, and perhaps everybody whom a search found but for some. Only the server knows who that
 * is, so that 100,000 contacts are as light as ten.
 */

export interface Found {
  readonly question: Apex.ContactQuestion;
  /** When it was chosen. */
  readonly size: number;
  readonly exceptions: readonly string[];
}

export interface Selection {
  /** None of them is among those found. */
  readonly ids: readonly string[];
  readonly found: Found | null;
}

/** A contact of the page that is shown. */
export interface Listed {
  readonly id: string;
  /** It is among those found. */
  readonly isFound: boolean;
}

export const NOTHING: Selection = { ids: [], found: null };

/** No policy allows more contacts in one run. */
export const MOST = 100_000;

/** The server takes no more. */
export const MOST_EXCEPTIONS = 2000;

export const sizeOf = ({ ids, found }: Selection): number => ids.length + (found ? found.size - found.exceptions.length : 0);

export const everybody = (question: Apex.ContactQuestion, size: number): Selection => ({
  ids: [],
  found: { question, size, exceptions: [] },
});

/** Which contacts of the page are chosen. */
export function chosenOn({ ids, found }: Selection, page: readonly Listed[]): readonly string[] {
  const single = new Set(ids);
  const exceptions = new Set(found?.exceptions);
  return page.filter(({ id, isFound }) => (isFound ? !exceptions.has(id) : single.has(id))).map(({ id }) => id);
}

/** The same selection, with exactly these contacts of the page. */
export function withPage({ ids, found }: Selection, page: readonly Listed[], chosen: readonly string[]): Selection {
  const shown = new Set(page.map(({ id }) => id));
  const marked = new Set(chosen);
  const elsewhere = (all: readonly string[]): readonly string[] => all.filter((id) => !shown.has(id));
  return {
    ids: [...elsewhere(ids), ...page.filter(({ id, isFound }) => !isFound && marked.has(id)).map(({ id }) => id)],
    found: found && {
      ...found,
      exceptions: [...elsewhere(found.exceptions), ...page.filter(({ id, isFound }) => isFound && !marked.has(id)).map(({ id }) => id)],
    },
  };
}

/** These contacts too; a file may name somebody twice, or somebody who is chosen already. */
export function withMore({ ids, found }: Selection, more: readonly Listed[]): Selection {
  const again = new Set(more.filter(({ isFound }) => isFound).map(({ id }) => id));
  return {
    ids: [...new Set([...ids, ...more.filter(({ isFound }) => !isFound).map(({ id }) => id)])],
    found: found && { ...found, exceptions: found.exceptions.filter((id) => !again.has(id)) },
  };
}
