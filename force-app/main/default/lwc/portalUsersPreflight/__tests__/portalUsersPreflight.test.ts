import { createElement } from 'lwc';
import PortalUsersPreflight from 'c/portalUsersPreflight';

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
