/** White space as Java's Character.isWhitespace has it: no no-break spaces, but the four separators U+001C to U+001F. */

const members = '\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000';

export const anySpace = new RegExp(`[${members}]`);
export const runsOfSpace = new RegExp(`[${members}]+`, 'g');
export const onlySpace = new RegExp(`^[${members}]*$`);
