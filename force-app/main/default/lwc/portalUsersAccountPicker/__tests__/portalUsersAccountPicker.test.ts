import { createElement } from 'lwc';
import findAccounts from '@salesforce/apex/PortalUserConsole.findAccounts';
import PortalUsersAccountPicker from 'c/portalUsersAccountPicker';

jest.mock('@salesforce/apex/PortalUserConsole.findAccounts', () => ({ default: jest.fn() }), { virtual: true });

const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

let element: HTMLElement;
let picked: jest.Mock;
const find = <T extends HTMLElement = HTMLElement>(selector: string): T => element.shadowRoot!.querySelector<T>(selector)!;
const input = (): HTMLInputElement => find<HTMLInputElement>('input');
const isOpen = (): boolean => input().getAttribute('aria-expanded') === 'true';

async function type(text: string): Promise<void> {
  input().value = text;
  input().dispatchEvent(new CustomEvent('input'));
  jest.advanceTimersByTime(300);
  await settled();
}
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    input().dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    jest.runOnlyPendingTimers();
    await settled();
  }
}

beforeEach(() => {
  jest.useFakeTimers();
  jest
    .mocked(findAccounts)
    .mockReset()
    .mockResolvedValue([
      { id: '001a', name: 'Acme', place: 'Berlin' },
      { id: '001b', name: 'Acme' },
    ]);
  element = createElement('c-portal-users-account-picker', { is: PortalUsersAccountPicker }) as unknown as HTMLElement;
  picked = jest.fn();
  element.addEventListener('pick', (event) => picked((event as CustomEvent).detail));
  document.body.appendChild(element);
});

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-portal-users-account-picker', () => {
  it('finds accounts while somebody types, and takes one with a click', async () => {
    await type('ac');
    expect(findAccounts).toHaveBeenCalledWith({ text: 'ac' });
    expect(isOpen()).toBe(true);

    find('[data-id="001b"]').click();
    await settled();

    expect(picked).toHaveBeenCalledWith('001b');
    expect(input().value).toBe('Acme');
    expect(isOpen()).toBe(false);
  });

  it('needs no mouse', async () => {
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(find('[aria-selected="true"]').dataset['id']).toBe('001b');
    expect(input().getAttribute('aria-activedescendant')).toBe(find('[aria-selected="true"]').id);
    await press('ArrowDown', 'ArrowUp', 'Enter');

    expect(picked).toHaveBeenCalledWith('001b');
    await press('Escape');
    expect(picked).toHaveBeenLastCalledWith(null);
    expect(input().value).toBe('');
  });

  it('closes with Escape and picks nothing', async () => {
    await type('ac');
    await press('Escape');

    expect(isOpen()).toBe(false);
    expect(picked).not.toHaveBeenCalled();
  });

  it('forgets what was typed and not picked', async () => {
    await type('ac');
    input().dispatchEvent(new CustomEvent('blur'));
    await settled();

    expect(input().value).toBe('');
    expect(picked).not.toHaveBeenCalled();
  });

  it('lets go of the account when another text is typed, or by the button', async () => {
    await type('ac');
    find('[data-id="001a"]').click();
    await type('a');
    expect(picked).toHaveBeenLastCalledWith(null);
    find('[data-id="001a"]').click();
    await settled();

    find('button').click();
    await settled();

    expect(picked.mock.calls).toEqual([['001a'], [null], ['001a'], [null]]);
  });

  it('says that there is none, or why not', async () => {
    jest.mocked(findAccounts).mockResolvedValueOnce([]);
    await type('x');
    expect(find('[role=status]').textContent).toContain('None');
    jest.mocked(findAccounts).mockRejectedValueOnce({ body: { message: 'You may not.' } });
    await type('y');
    expect(find('[role=alert]').textContent).toBe('You may not.');
  });

  it('is accessible, closed and open', async () => {
    await type('ac');
    await press('ArrowDown');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
