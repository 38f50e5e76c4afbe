import { createElement } from 'lwc';
import recentRuns from '@salesforce/apex/PortalUserConsole.recentRuns';
import PortalUsersRecentRuns from 'c/portalUsersRecentRuns';

jest.mock('@salesforce/apex/PortalUserConsole.recentRuns', () => ({ default: jest.fn() }), { virtual: true });

const run: Apex.RunRow = {
  id: 'r1',
  name: 'RUN-1',
  policy: 'Customers',
  state: 'Finished',
  waitsForMe: false,
  requested: 3,
  created: 2,
  createdAt: '2026-01-01T00:00:00Z',
};

async function shown(answer: Promise<readonly Apex.RunRow[]>): Promise<HTMLElement> {
  jest.mocked(recentRuns).mockReturnValue(answer);
  const element = createElement('c-portal-users-recent-runs', { is: PortalUsersRecentRuns }) as unknown as HTMLElement;
  document.body.appendChild(element);
  for (let i = 0; i < 5; i++) await Promise.resolve();
  return element;
}

afterEach(() => document.body.replaceChildren());

describe('c-portal-users-recent-runs', () => {
  it('opens a run', async () => {
    const element = await shown(Promise.resolve([run, { ...run, id: 'r2', state: 'Waiting' }]));
    const opened = jest.fn();
    element.addEventListener('open', (event) => opened((event as CustomEvent).detail));

    element.shadowRoot!.querySelectorAll<HTMLElement>('li lightning-button')[1]!.click();

    expect(opened).toHaveBeenCalledWith('r2');
    await expect(element).toBeAccessible();
  });

  it('says which runs wait for the reader, and who asked', async () => {
    const element = await shown(Promise.resolve([{ ...run, state: 'Waiting', waitsForMe: true, requester: 'Ada' }]));

    expect((element.shadowRoot!.querySelector('lightning-badge') as unknown as { label: string }).label).toContain('WaitsForMe');
    expect(element.shadowRoot!.textContent).toContain('RecentRuns_Requester');
    await expect(element).toBeAccessible();
  });

  it('says that there are none', async () => {
    const element = await shown(Promise.resolve([]));

    expect(element.shadowRoot!.textContent).toContain('RecentRuns_None');
    await expect(element).toBeAccessible();
  });

  it('shows a refusal', async () => {
    const element = await shown(Promise.reject({ body: { message: 'You may not.' } }));

    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).toBe('You may not.');
  });
});
