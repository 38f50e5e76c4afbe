import { createElement } from 'lwc';
import findContactIds from '@salesforce/apex/PortalUserConsole.findContactIds';
import findContacts from '@salesforce/apex/PortalUserConsole.findContacts';
import PortalUsersContacts from 'c/portalUsersContacts';

jest.mock('@salesforce/apex/PortalUserConsole.findContacts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.findContactIds', () => ({ default: jest.fn() }), { virtual: true });

const contact = (n: number): Apex.ContactRow => ({ id: `id${n}`, name: `Person ${n}`, portalUser: n === 2 ? 'Active' : 'None' });
const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

type Picker = HTMLElement & { selected: readonly string[] };
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
  jest.mocked(findContacts).mockResolvedValue({ rows: [contact(1), contact(2)], hasMore: true });
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-portal-users-contacts', () => {
  it('shows the first page of contacts without a user', async () => {
    const { table } = await shown();

    expect(findContacts).toHaveBeenCalledWith({ text: '', account: '', withoutUser: true, pageNumber: 0 });
    expect(table().data).toHaveLength(2);
    expect(table().data[1]!.userText).toContain('UserActive');
  });

  it('keeps the selection over pages', async () => {
    const { table, chosen, button } = await shown();
    select(table(), [contact(1)], 'rowSelect');
    jest.mocked(findContacts).mockResolvedValue({ rows: [contact(3)], hasMore: false });

    button('Next').click();
    await settled();
    select(table(), [contact(3)], 'rowSelect');

    expect(findContacts).toHaveBeenLastCalledWith({ text: '', account: '', withoutUser: true, pageNumber: 1 });
    expect(chosen).toHaveBeenLastCalledWith(['id1', 'id3']);
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
    jest.mocked(findContacts).mockResolvedValue({ rows: [contact(5)], hasMore: false });

    search.value = 'ada';
    search.dispatchEvent(new CustomEvent('change'));
    jest.advanceTimersByTime(300);
    await settled();
    answerLate({ rows: [], hasMore: false });
    await settled();

    expect(table().data).toHaveLength(1);
  });

  it('selects everybody that was found, portion by portion', async () => {
    const { chosen, button } = await shown();
    const full = Array.from({ length: 2000 }, (_, i) => `p${i}`);
    jest.mocked(findContactIds).mockResolvedValueOnce(full).mockResolvedValueOnce(['last']);

    button('SelectAll').click();
    await settled();
    await settled();

    expect(jest.mocked(findContactIds).mock.calls.map(([{ afterId }]) => afterId)).toEqual([null, 'p1999']);
    expect(chosen.mock.lastCall![0]).toHaveLength(2001);
    button('Clear').click();
    expect(chosen).toHaveBeenLastCalledWith([]);
  });

  it('adds the contacts of a file to the selection', async () => {
    const { picker, table, chosen } = await shown();
    select(table(), [contact(1)], 'rowSelect');

    picker.shadowRoot!.querySelector('c-portal-users-contact-file')!.dispatchEvent(new CustomEvent('contacts', { detail: ['id1', 'id9'] }));

    expect(chosen).toHaveBeenLastCalledWith(['id1', 'id9']);
  });

  it('shows why nothing was found, and is accessible', async () => {
    jest.mocked(findContacts).mockRejectedValue({ body: { message: 'You may not.' } });
    const { picker } = await shown();

    expect(picker.shadowRoot!.querySelector('[role=alert]')!.textContent).toBe('You may not.');
    await expect(picker).toBeAccessible();
  });
});
