import { createElement } from 'lwc';
import items from '@salesforce/apex/PortalUserConsole.items';
import PortalUsersItems from 'c/portalUsersItems';

jest.mock('@salesforce/apex/PortalUserConsole.items', () => ({ default: jest.fn() }), { virtual: true });

type Items = HTMLElement & { runId: string; results: boolean };
type Table = HTMLElement & { data: readonly { name: string; shown: string; icon: string }[] };

const ready: Apex.ItemRow = { rowNumber: 1, contactId: '003', contactName: 'Ada', verdict: 'Ready', state: 'Created' };
const blocked: Apex.ItemRow = { rowNumber: 2, contactId: '003b', verdict: 'Blocked', state: 'Failed', code: 'X', reason: 'Why' };
const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

async function shown(results = false): Promise<{ element: Items; table: () => Table }> {
  const element = createElement('c-portal-users-items', { is: PortalUsersItems }) as unknown as Items;
  element.runId = 'run';
  element.results = results;
  document.body.appendChild(element);
  await settled();
  return { element, table: () => element.shadowRoot!.querySelector('lightning-datatable') as unknown as Table };
}

beforeEach(() =>
  jest
    .mocked(items)
    .mockReset()
    .mockResolvedValue({ rows: [ready, blocked], hasMore: true }),
);
afterEach(() => document.body.replaceChildren());

describe('c-portal-users-items', () => {
  it('shows what the check said, and names whom it may', async () => {
    const { element, table } = await shown();

    expect(items).toHaveBeenCalledWith({ runId: 'run', verdict: '', afterRow: 0 });
    expect(table().data.map(({ name, icon }) => [name, icon])).toEqual([
      ['Ada', 'utility:success'],
      [expect.stringContaining('Unknown'), 'utility:error'],
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows what became of them', async () => {
    const { element, table } = await shown(true);

    expect(table().data[0]!.shown).toContain('Created');
    expect(element.shadowRoot!.querySelector('lightning-combobox')).toBeNull();
  });

  it('adds the next page below', async () => {
    const { element, table } = await shown();
    jest.mocked(items).mockResolvedValue({ rows: [{ ...ready, rowNumber: 3 }], hasMore: false });

    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
    await settled();

    expect(items).toHaveBeenLastCalledWith({ runId: 'run', verdict: '', afterRow: 2 });
    expect(table().data).toHaveLength(3);
    expect(element.shadowRoot!.querySelector('lightning-button')).toBeNull();
  });

  it('filters on the server, from the beginning', async () => {
    const { element } = await shown();

    element.shadowRoot!.querySelector('lightning-combobox')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'Blocked' } }));
    await settled();

    expect(items).toHaveBeenLastCalledWith({ runId: 'run', verdict: 'Blocked', afterRow: 0 });
  });

  it('shows a refusal', async () => {
    jest.mocked(items).mockRejectedValue({ body: { message: 'There is no such run.' } });
    const { element } = await shown();

    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).toBe('There is no such run.');
    await expect(element).toBeAccessible();
  });
});
