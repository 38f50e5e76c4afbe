import { contactIdsOf, longId } from 'c/portalUsersCsv';

const A = '003000000000001AAA';
const B = '003000000000002AAA';

describe('contact ids of a CSV file', () => {
  it('come from the column ContactId, in the order of the file, each once', () => {
    expect(contactIdsOf(`Name,ContactId\r\nAda,${A}\r\nBen,${B}\r\nAda again,${A}\r\n`)).toEqual({ ids: [A, B], without: 0 });
  });

  it('are found behind a byte order mark, semicolons, quotes and line breaks in quotes', () => {
    expect(contactIdsOf(`\ufeff"Reason";"Contact ID"\n"said ""no"";\ntwice";"${A}"\n`).ids).toEqual([A]);
  });

  it('are found without a header too', () => {
    expect(contactIdsOf(`${A}\n${B}`).ids).toEqual([A, B]);
  });

  it('are not invented: lines without one are counted', () => {
    expect(contactIdsOf(`Id\n001000000000001AAA\n${A}\nnothing`)).toEqual({ ids: [A], without: 2 });
  });

  it('have 18 characters, so that both ways of writing one are the same contact', () => {
    expect(longId('003D000000QV9n2')).toBe('003D000000QV9n2IAD');
    expect(contactIdsOf('Id\n003D000000QV9n2\n003D000000QV9n2IAD').ids).toEqual(['003D000000QV9n2IAD']);
  });

  it('are none in an empty file', () => {
    expect(contactIdsOf('')).toEqual({ ids: [], without: 0 });
  });
});
