/** Record ids: 15 case-sensitive characters, and three more that say which of them are capitals. In memory an Id always has 18. */

const suffixAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three checksum characters of a 15-character id. */
export function idSuffix(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const code = id15.charCodeAt(block + i);
      if (code >= 65 && code <= 90) bits |= 1 << i;
    }
    suffix += suffixAlphabet.charAt(bits);
  }
  return suffix;
}

const form = /^[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})?$/;

/** The 18-character form; null if the text is no id. */
export function normaliseId(text: string): string | null {
  if (!form.test(text)) return null;
  const id15 = text.slice(0, 15);
  const suffix = idSuffix(id15);
  return text.length === 15 || text.endsWith(suffix) ? id15 + suffix : null;
}

/** Does the text have the form of an id? Whether such a record or object exists is not asked. */
export const isId = (text: string): boolean => normaliseId(text) !== null;
