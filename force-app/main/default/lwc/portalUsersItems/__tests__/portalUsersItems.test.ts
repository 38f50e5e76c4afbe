import { createElement } from 'lwc';
import codes from '@salesforce/apex/PortalUserConsole.codes';
import items from '@salesforce/apex/PortalUserConsole.items';
import PortalUsersItems from 'c/portalUsersItems';

jest.mock('@salesforce/apex/PortalUserConsole.codes', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.items', () => ({ default: jest.fn() }), { virtual: true });

type Items = HTMLElement & { runId: string; results: boolean };
type Table = HTMLElement & { data: readonly { name: string; shown: string; icon: string }[] };

const ready: Apex.ItemRow = { rowNumber: 1, contactId: '003', contactName: 'Ada', verdict: 'Ready', state: 'Created' };
const blocked: Apex.ItemRow = { rowNumber: 2, contactId: '003b', verdict: 'Blocked', state: 'Failed', code: 'X', reason: 'Why' };
const ANY = { verdict: '', state: '', code: '', text: '' };
const settled = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

async function shown(results = false): Promise<{ element: Items; table: () => Table }> {
  const element = createElement('c-portal-users-items', { is: PortalUsersItems }) as unknown as Items;
  element.runId = 'run';
  element.results = results;
  document.body.appendChild(element);
  await settled();
  return { element, table: () => element.shadowRoot!.querySelector('lightning-datatable') as unknown as Table };
}

const filter = (element: Items, name: string) =>
  element.shadowRoot!.querySelectorAll<HTMLElement & { name: string; options: readonly unknown[] }>('lightning-combobox')[
    ['verdict', 'state'].includes(name) ? 0 : 1
  ]!;
async function choose(element: Items, name: string, value: string): Promise<void> {
  filter(element, name).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  jest.runOnlyPendingTimers();
  await settled();
}

beforeEach(() => {
  jest.useFakeTimers();
  jest
    .mocked(items)
    .mockReset()
    .mockResolvedValue({ rows: [ready, blocked], hasMore: true });
  jest
    .mocked(codes)
    .mockReset()
    .mockResolvedValue([{ code: 'DUPLICATE_USERNAME', count: 3 }]);
});
afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-portal-users-items', () => {
  it('shows what the check said, and names whom it may', async () => {
    const { element, table } = await shown();

    expect(items).toHaveBeenCalledWith({ runId: 'run', ...ANY, afterRow: 0 });
    expect(table().data.map(({ name, icon }) => [name, icon])).toEqual([
      ['Ada', 'utility:success'],
      [expect.stringContaining('Unknown'), 'utility:error'],
    ]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows what became of them', async () => {
    const { element, table } = await shown(true);

    expect(table().data[0]!.shown).toContain('Created');
    await choose(element, 'state', 'Failed');
    expect(items).toHaveBeenLastCalledWith({ runId: 'run', ...ANY, state: 'Failed', afterRow: 0 });
  });

  it('adds the next page below', async () => {
    const { element, table } = await shown();
    jest.mocked(items).mockResolvedValue({ rows: [{ ...ready, rowNumber: 3 }], hasMore: false });

    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
    await settled();

    expect(items).toHaveBeenLastCalledWith({ runId: 'run', ...ANY, afterRow: 2 });
    expect(table().data).toHaveLength(3);
    expect(element.shadowRoot!.querySelector('lightning-button')).toBeNull();
  });

  it('filters on the server, from the beginning', async () => {
    const { element } = await shown();

    await choose(element, 'verdict', 'Blocked');

    expect(items).toHaveBeenLastCalledWith({ runId: 'run', ...ANY, verdict: 'Blocked', afterRow: 0 });
  });

  it('filters by reason, and says how many have each', async () => {
    const { element } = await shown(true);
    expect(filter(element, 'code').options).toHaveLength(2);

    await choose(element, 'code', 'DUPLICATE_USERNAME');

    expect(items).toHaveBeenLastCalledWith({ runId: 'run', ...ANY, code: 'DUPLICATE_USERNAME', afterRow: 0 });
  });

  it('searches when somebody stops typing', async () => {
    const { element } = await shown();
    const search = element.shadowRoot!.querySelector('lightning-input')! as HTMLElement & { value: string };
    for (const value of ['a', 'ad']) {
      search.value = value;
      search.dispatchEvent(new CustomEvent('change'));
    }
    jest.advanceTimersByTime(300);
    await settled();

    expect(items).toHaveBeenCalledTimes(2);
    expect(items).toHaveBeenLastCalledWith({ runId: 'run', ...ANY, text: 'ad', afterRow: 0 });
  });

  it('reads everything again when something was put right', async () => {
    const { element } = await shown();
    (element as Items & { version: number }).version = 1;
    await settled();

    expect(items).toHaveBeenCalledTimes(2);
    expect(codes).toHaveBeenCalledTimes(2);
  });

  it('shows a refusal', async () => {
    jest.mocked(items).mockRejectedValue({ body: { message: 'There is no such run.' } });
    const { element } = await shown();

    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).toBe('There is no such run.');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
