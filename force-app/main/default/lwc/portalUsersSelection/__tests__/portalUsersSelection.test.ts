import { chosenOn, everybody, NOTHING, sizeOf, withMore, withPage } from 'c/portalUsersSelection';

const question = { text: '', accountId: null, withoutUser: true };
const page = [
  { id: 'found1', isFound: true },
  { id: 'found2', isFound: true },
  { id: 'other', isFound: false },
];

describe('a selection', () => {
  it('counts single contacts, and everybody found but those taken out', () => {
    const selection = withPage(everybody(question, 100), page, ['found2', 'other']);

    expect(selection).toEqual({ ids: ['other'], found: { question, size: 100, exceptions: ['found1'] } });
    expect(sizeOf(selection)).toBe(100);
    expect(sizeOf(NOTHING)).toBe(0);
  });

  it('knows who of a page is chosen, and can be changed back', () => {
    const selection = withPage(everybody(question, 100), page, ['found2', 'other']);

    expect(chosenOn(selection, page)).toEqual(['found2', 'other']);
    expect(withPage(selection, page, ['found1', 'found2'])).toEqual(everybody(question, 100));
  });

  it('keeps what is on other pages', () => {
    const one = withPage(NOTHING, [{ id: 'a', isFound: false }], ['a']);

    expect(withPage(one, [{ id: 'b', isFound: false }], ['b']).ids).toEqual(['a', 'b']);
    expect(withPage(one, [{ id: 'b', isFound: false }], []).ids).toEqual(['a']);
  });

  it('takes nobody twice', () => {
    const selection = withPage(everybody(question, 100), page, ['found2', 'other']);

    const more = withMore(selection, [...page, { id: 'new', isFound: false }, { id: 'new', isFound: false }]);

    expect(more).toEqual({ ids: ['other', 'new'], found: { question, size: 100, exceptions: [] } });
  });
});
