import { createElement } from 'lwc';
import contactsAmong from '@salesforce/apex/PortalUserConsole.contactsAmong';
import countContacts from '@salesforce/apex/PortalUserConsole.countContacts';
import findContacts from '@salesforce/apex/PortalUserConsole.findContacts';
import PortalUsersContacts from 'c/portalUsersContacts';
import { everybody, type Selection } from 'c/portalUsersSelection';

jest.mock('@salesforce/apex/PortalUserConsole.findContacts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.contactsAmong', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.countContacts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.findAccounts', () => ({ default: jest.fn() }), { virtual: true });

const contact = (n: number): Apex.ContactRow => ({ id: `id${n}`, name: `Person ${n}`, portalUser: n === 2 ? 'Active' : 'None' });
const ASKED: Apex.ContactQuestion = { text: '', accountId: null, withoutUser: true };
const settled = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

type Picker = HTMLElement & { selection: Selection };
type Table = HTMLElement & { data: readonly { userText: string }[]; selectedRows: readonly string[] };

async function shown(): Promise<{ picker: Picker; chosen: jest.Mock; table: () => Table; button: (label: string) => HTMLElement }> {
  const picker = createElement('c-portal-users-contacts', { is: PortalUsersContacts }) as unknown as Picker;
  const chosen = jest.fn();
  picker.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
  document.body.appendChild(picker);
  await settled();
  const all = (selector: string): HTMLElement[] => [...picker.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
  return {
    picker,
    chosen,
    table: () => all('lightning-datatable')[0] as Table,
    button: (label) =>
      all('lightning-button, lightning-button-icon').find((each) =>
        [(each as never)['label'], (each as never)['alternativeText']].some((text: string | undefined) => text?.endsWith(label)),
      )!,
  };
}

const select = (table: Table, rows: readonly Apex.ContactRow[], action?: string): boolean =>
  table.dispatchEvent(new CustomEvent('rowselection', { detail: { selectedRows: rows, config: { action } } }));

beforeEach(() => {
  jest.resetAllMocks();
  jest.mocked(findContacts).mockResolvedValue({ rows: [contact(1), contact(2)], next: 'behind 2' });
  jest.mocked(countContacts).mockResolvedValue(100_000);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-portal-users-contacts', () => {
  it('shows the first page of contacts without a user', async () => {
    const { table } = await shown();

    expect(findContacts).toHaveBeenCalledWith({ ...ASKED, after: null });
    expect(table().data).toHaveLength(2);
    expect(table().data[1]!.userText).toContain('UserActive');
  });

  it('keeps the selection over pages', async () => {
    const { table, chosen, button } = await shown();
    select(table(), [contact(1)], 'rowSelect');
    jest.mocked(findContacts).mockResolvedValue({ rows: [contact(3)] });

    button('Next').click();
    await settled();
    select(table(), [contact(3)], 'rowSelect');

    expect(findContacts).toHaveBeenLastCalledWith({ ...ASKED, after: 'behind 2' });
    expect(chosen).toHaveBeenLastCalledWith({ ids: ['id1', 'id3'], found: null });
    button('Previous').click();
    await settled();
    expect(findContacts).toHaveBeenLastCalledWith({ ...ASKED, after: null });
  });

  it('does not take a new page for a change of the selection', async () => {
    const { table, chosen } = await shown();
    select(table(), [contact(1)], 'rowSelect');

    select(table(), []);

    expect(chosen).toHaveBeenCalledTimes(1);
  });

  it('asks once for a word, not once per letter, and forgets late answers', async () => {
    const { picker, table } = await shown();
    jest.useFakeTimers();
    const search = picker.shadowRoot!.querySelector('lightning-input')! as HTMLElement & { name: string; value: string };
    let answerLate: (page: Apex.ContactPage) => void = () => undefined;
    jest.mocked(findContacts).mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
    for (const value of ['a', 'ad']) {
      search.value = value;
      search.dispatchEvent(new CustomEvent('change'));
    }
    jest.advanceTimersByTime(300);
    expect(findContacts).toHaveBeenCalledTimes(2);
    jest.mocked(findContacts).mockResolvedValue({ rows: [contact(5)] });

    search.value = 'ada';
    search.dispatchEvent(new CustomEvent('change'));
    jest.advanceTimersByTime(300);
    await settled();
    answerLate({ rows: [] });
    await settled();

    expect(table().data).toHaveLength(1);
  });

  it('selects everybody that was found without knowing them, and lets some be taken out', async () => {
    const { chosen, table, button } = await shown();
    expect(button('SelectAllOf')).toBeDefined();

    button('SelectAllOf').click();
    await settled();
    expect(chosen).toHaveBeenLastCalledWith(everybody(ASKED, 100_000));
    expect(table().selectedRows).toEqual(['id1', 'id2']);
    select(table(), [contact(1)], 'rowDeselect');

    expect(chosen).toHaveBeenLastCalledWith({ ids: [], found: { question: ASKED, size: 100_000, exceptions: ['id2'] } });
    button('Clear').click();
    expect(chosen).toHaveBeenLastCalledWith({ ids: [], found: null });
  });

  it('does not select more than a run may have', async () => {
    jest.mocked(countContacts).mockResolvedValue(100_001);
    const { picker, chosen, button } = await shown();

    button('SelectAllOf').click();
    await settled();

    expect(chosen).not.toHaveBeenCalled();
    expect(picker.shadowRoot!.querySelector('[role=alert]')!.textContent).toContain('TooMany');
  });

  it('asks the server who of another page belongs to everybody found', async () => {
    const { picker, table, button } = await shown();
    button('SelectAllOf').click();
    await settled();
    jest.mocked(findContacts).mockResolvedValue({ rows: [contact(7), contact(8)] });
    jest.mocked(contactsAmong).mockResolvedValue(['id8']);

    picker.shadowRoot!.querySelector('c-portal-users-account-picker')!.dispatchEvent(new CustomEvent('pick', { detail: '001' }));
    await new Promise((resolve) => setTimeout(resolve));
    await settled();

    expect(findContacts).toHaveBeenLastCalledWith({ ...ASKED, accountId: '001', after: null });
    expect(contactsAmong).toHaveBeenLastCalledWith({ ...ASKED, contactIds: ['id7', 'id8'] });
    expect(table().selectedRows).toEqual(['id8']);
  });

  it('adds the contacts of a file to the selection', async () => {
    const { picker, table, chosen } = await shown();
    select(table(), [contact(1)], 'rowSelect');

    picker.shadowRoot!.querySelector('c-portal-users-contact-file')!.dispatchEvent(new CustomEvent('contacts', { detail: ['id1', 'id9'] }));
    await settled();

    expect(chosen).toHaveBeenLastCalledWith({ ids: ['id1', 'id9'], found: null });
  });

  it('shows why nothing was found, and is accessible', async () => {
    jest.mocked(findContacts).mockRejectedValue({ body: { message: 'You may not.' } });
    const { picker } = await shown();

    expect(picker.shadowRoot!.querySelector('[role=alert]')!.textContent).toBe('You may not.');
    await expect(picker).toBeAccessible();
  });
});
