import { createElement } from 'lwc';
import PortalUsersPreflight from 'c/portalUsersPreflight';

jest.mock('@salesforce/apex/PortalUserConsole.items', () => ({ default: () => Promise.resolve({ rows: [], hasMore: false }) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PortalUserConsole.codes', () => ({ default: () => Promise.resolve([]) }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.fixes', () => ({ default: () => Promise.resolve([]) }), { virtual: true });

type Preflight = HTMLElement & { runId: string; progress: Apex.Progress };

async function shown(progress: Partial<Apex.Progress>): Promise<Preflight> {
  const element = createElement('c-portal-users-preflight', { is: PortalUsersPreflight }) as unknown as Preflight;
  element.progress = { state: 'Ready', requested: 3, ready: 2, created: 0, skipped: 0, failed: 1, sendInvitations: false, ...progress };
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

const start = (element: Preflight) => element.shadowRoot!.querySelector('.start') as HTMLElement & { disabled: boolean };

afterEach(() => document.body.replaceChildren());

describe('c-portal-users-preflight', () => {
  it('shows the figures and starts', async () => {
    const element = await shown({});
    const started = jest.fn();
    element.addEventListener('start', started);

    start(element).click();

    expect(started).toHaveBeenCalledTimes(1);
    expect([...element.shadowRoot!.querySelectorAll('dd')].map((each) => each.textContent)).toEqual(['2', '0', '1']);
    await expect(element).toBeAccessible();
  });

  it('does not start what creates nobody', async () => {
    expect(start(await shown({ ready: 0 })).disabled).toBe(true);
  });

  it('says who approved it, and offers nothing for the run of somebody else', async () => {
    const element = await shown({ approver: 'Grace', mine: false });

    expect(element.shadowRoot!.textContent).toContain('Preflight_Approved');
    expect(element.shadowRoot!.querySelector('lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('has the contacts read again when something was put right', async () => {
    const element = await shown({});
    const fixed = jest.fn();
    element.addEventListener('fixed', fixed);

    element.shadowRoot!.querySelector('c-portal-users-fixes')!.dispatchEvent(new CustomEvent('fixed'));
    await Promise.resolve();

    expect(fixed).toHaveBeenCalledTimes(1);
    expect((element.shadowRoot!.querySelector('c-portal-users-items') as unknown as { version: number }).version).toBe(1);
  });

  it('shows the forecast and discards', async () => {
    const element = await shown({ message: 'Only 5 licences are free.' });
    const discarded = jest.fn();
    element.addEventListener('discard', discarded);

    (element.shadowRoot!.querySelector('.discard') as HTMLElement).click();

    expect(discarded).toHaveBeenCalledTimes(1);
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).toContain('Only 5 licences are free.');
    await expect(element).toBeAccessible();
  });
});
