/** The one case folding of the org: Apex `==` on strings, SOQL comparison, LIKE, uniqueness and ORDER BY (registered as an SQL function) all use it. */

/** Simple lower case by Unicode, without a locale: no accent is removed, no width folded. */
export const fold = (text: string): string => text.toLowerCase();
