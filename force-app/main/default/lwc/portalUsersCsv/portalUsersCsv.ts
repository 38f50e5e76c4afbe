/** Reads contact ids out of a CSV file: comma, semicolon or tab, quotes, and the byte order mark that spreadsheets write. */

export interface ContactFile {
  /** In the order of the file, each once. */
  readonly ids: readonly string[];
  /** Lines without a contact id. */
  readonly without: number;
}

const HEADERS = ['contactid', 'contact id', 'contact_id', 'id'];
const CONTACT_ID = /^003[a-z0-9]{12}(?:[a-z0-9]{3})?$/i;

export function contactIdsOf(text: string): ContactFile {
  const rows = rowsOf(text.replace(/^\ufeff/, ''));
  const header = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const named = HEADERS.map((name) => header.indexOf(name)).find((index) => index >= 0);
  const ids = new Set<string>();
  let without = 0;
  for (const row of named === undefined ? rows : rows.slice(1)) {
    const found = (named === undefined ? row : [row[named] ?? '']).map((cell) => cell.trim()).find((cell) => CONTACT_ID.test(cell));
    if (found === undefined) without++;
    else ids.add(longId(found));
  }
  return { ids: [...ids], without };
}

function separatorOf(text: string): string {
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  return [',', ';', '\t'].reduce((best, each) => (line.split(each).length > line.split(best).length ? each : best), ',');
}

function rowsOf(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    row.push(cell);
    if (row.some((each) => each.trim() !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(i + 1) === '"') cell += text.charAt(++i);
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) {
      row.push(cell);
      cell = '';
    } else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  endRow();
  return rows;
}

/** 15 characters name the same record as the 18 with the checksum of their capitals. */
export function longId(id: string): string {
  if (id.length !== 15) return id;
  let suffix = '';
  for (let part = 0; part < 3; part++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(id.charAt(part * 5 + i))) bits |= 1 << i;
    suffix += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'.charAt(bits);
  }
  return id + suffix;
}
