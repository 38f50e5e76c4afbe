import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { isEmpEnabled, subscribe } from 'lightning/empApi';
import approve from '@salesforce/apex/PortalUserConsole.approve';
import createRun from '@salesforce/apex/PortalUserConsole.createRun';
import progress from '@salesforce/apex/PortalUserConsole.progress';
import reject from '@salesforce/apex/PortalUserConsole.reject';
import rights from '@salesforce/apex/PortalUserConsole.rights';
import start from '@salesforce/apex/PortalUserConsole.start';
import PortalUsersConsole from 'c/portalUsersConsole';

jest.mock('@salesforce/apex/PortalUserConsole.policies', () => ({ default: () => Promise.resolve([]) }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.recentRuns', () => ({ default: () => Promise.resolve([]) }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.findContacts', () => ({ default: () => Promise.resolve({ rows: [] }) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PortalUserConsole.items', () => ({ default: () => Promise.resolve({ rows: [], hasMore: false }) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PortalUserConsole.codes', () => ({ default: () => Promise.resolve([]) }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.fixes', () => ({ default: () => Promise.resolve([]) }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.rights', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.reject', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('lightning/empApi', () => ({
  isEmpEnabled: jest.fn(),
  onError: jest.fn(),
  subscribe: jest.fn(),
  unsubscribe: jest.fn(),
}));
jest.mock('@salesforce/apex/PortalUserConsole.createRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.progress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.start', () => ({ default: jest.fn() }), { virtual: true });

const at = (state: string, more: Partial<Apex.Progress> = {}): Apex.Progress => ({
  state,
  requested: 2,
  ready: 2,
  created: 0,
  skipped: 0,
  failed: 0,
  sendInvitations: true,
  ...more,
});
const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

let element: HTMLElement;
const find = (selector: string): HTMLElement | null => element.shadowRoot!.querySelector<HTMLElement>(selector);
const step = (): string => (find('lightning-progress-indicator') as unknown as { currentStep: string }).currentStep;
const click = async (label: string): Promise<void> => {
  const buttons = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-button')];
  buttons.find((each) => each.label.endsWith(label))!.click();
  await settled();
};

async function chosen(): Promise<void> {
  await settled();
  find('c-portal-users-contacts')!.dispatchEvent(new CustomEvent('choose', { detail: { ids: ['a', 'b'], found: null } }));
  await settled();
  await click('_Next');
  find('c-portal-users-options')!.dispatchEvent(new CustomEvent('choose', { detail: { policyName: 'Customers', sendInvitations: true } }));
  await settled();
}

beforeEach(() => {
  jest.resetAllMocks();
  jest.useFakeTimers();
  jest.mocked(createRun).mockResolvedValue('run');
  jest.mocked(rights).mockResolvedValue({ mayRequest: true, mayApprove: false });
  jest.mocked(isEmpEnabled).mockResolvedValue(false);
  show();
});

function show(): void {
  document.body.replaceChildren();
  element = createElement('c-portal-users-console', { is: PortalUsersConsole }) as unknown as HTMLElement;
  document.body.appendChild(element);
}

const open = async (): Promise<void> => {
  find('c-portal-users-recent-runs')!.dispatchEvent(new CustomEvent('open', { detail: 'run' }));
  await settled();
};

afterEach(() => {
  document.body.replaceChildren();
  jest.useRealTimers();
});

describe('c-portal-users-console', () => {
  it('begins with the contacts, and goes on only when there are some', async () => {
    await settled();

    expect(step()).toBe('contacts');
    const next = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string; disabled: boolean }>('lightning-button')];
    expect(next.find(({ label }) => label.endsWith('_Next'))!.disabled).toBe(true);
  });

  it('follows a run from check to results', async () => {
    await chosen();
    expect(step()).toBe('options');
    jest.mocked(progress).mockResolvedValueOnce(at('Checking')).mockResolvedValueOnce(at('Ready'));

    await click('_Check');
    expect(find('c-portal-users-progress')).not.toBeNull();
    jest.advanceTimersByTime(2000);
    await settled();
    expect(step()).toBe('check');

    LightningConfirm.open = jest.fn().mockResolvedValue(true);
    jest
      .mocked(progress)
      .mockResolvedValueOnce(at('Running'))
      .mockResolvedValueOnce(at('Finished', { ready: 0, created: 2 }));
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    find('c-portal-users-preflight')!.dispatchEvent(new CustomEvent('start'));
    await settled();
    expect(start).toHaveBeenCalledWith({ runId: 'run' });
    expect(step()).toBe('create');
    jest.advanceTimersByTime(2000);
    await settled();

    expect(step()).toBe('results');
    expect(find('c-portal-users-results')).not.toBeNull();
    expect(toast).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(60_000);
    expect(progress).toHaveBeenCalledTimes(4);
  });

  it('starts nothing that was not confirmed', async () => {
    jest.mocked(progress).mockResolvedValue(at('Ready'));
    find('c-portal-users-recent-runs')!.dispatchEvent(new CustomEvent('open', { detail: 'run' }));
    await settled();
    LightningConfirm.open = jest.fn().mockResolvedValue(false);

    find('c-portal-users-preflight')!.dispatchEvent(new CustomEvent('start'));
    await settled();

    expect(LightningConfirm.open).toHaveBeenCalledTimes(1);
    expect(start).not.toHaveBeenCalled();
  });

  it('shows a refusal and lets everything be chosen differently', async () => {
    await chosen();
    jest.mocked(createRun).mockRejectedValueOnce({ body: { message: 'The policy cannot be used.' } });

    await click('_Check');

    expect(find('[role=alert]')!.textContent).toContain('The policy cannot be used.');
    await click('_Back');
    expect(step()).toBe('contacts');
  });

  it('keeps asking when an answer is lost', async () => {
    jest
      .mocked(progress)
      .mockResolvedValueOnce(at('Running'))
      .mockRejectedValueOnce(new Error('lost'))
      .mockResolvedValueOnce(at('Finished'));
    find('c-portal-users-recent-runs')!.dispatchEvent(new CustomEvent('open', { detail: 'run' }));
    await settled();
    jest.advanceTimersByTime(2000);
    await settled();
    expect(find('[role=alert]')!.textContent).toContain('lost');

    jest.advanceTimersByTime(2000);
    await settled();

    expect(step()).toBe('results');
    expect(find('[role=alert]')).toBeNull();
  });

  it('asks when there is news of the run, once for many, and seldom besides', async () => {
    let tell: (runId: string) => void = () => undefined;
    jest.mocked(isEmpEnabled).mockResolvedValue(true);
    jest.mocked(subscribe).mockImplementation((channel, _replay, heard) => {
      tell = (runId) => heard({ channel, data: { payload: { RunId__c: runId }, event: { replayId: 1 } } });
      return Promise.resolve({ channel });
    });
    jest.mocked(progress).mockResolvedValue(at('Running'));
    show();
    await settled();
    await open();
    expect(subscribe).toHaveBeenCalledWith('/event/PortalUserProgress__e', -1, expect.anything());
    expect(progress).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(10_000);
    expect(progress).toHaveBeenCalledTimes(1);

    for (const run of ['run', 'run', 'another']) tell(run);
    jest.advanceTimersByTime(1000);
    await settled();
    expect(progress).toHaveBeenCalledTimes(2);

    jest.advanceTimersByTime(15_000);
    expect(progress).toHaveBeenCalledTimes(3);
  });

  it('lets a second person approve, or say why not', async () => {
    jest.mocked(rights).mockResolvedValue({ mayRequest: false, mayApprove: true });
    jest
      .mocked(progress)
      .mockResolvedValue(at('Waiting', { waitingFor: 'Approval', mayApprove: true, requester: 'Ada', policy: 'Customers' }));
    show();
    await settled();
    expect(find('c-portal-users-contacts')).toBeNull();
    await open();
    const approval = find('c-portal-users-approval')!;
    LightningConfirm.open = jest.fn().mockResolvedValue(true);

    approval.dispatchEvent(new CustomEvent('approve'));
    await settled();
    approval.dispatchEvent(new CustomEvent('reject', { detail: 'Too many.' }));
    await settled();

    expect(approve).toHaveBeenCalledWith({ runId: 'run' });
    expect(reject).toHaveBeenCalledWith({ runId: 'run', reason: 'Too many.' });
  });

  it('is accessible', async () => {
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
