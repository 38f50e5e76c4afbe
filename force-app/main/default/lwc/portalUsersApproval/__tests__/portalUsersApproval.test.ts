import { createElement } from 'lwc';
import PortalUsersApproval from 'c/portalUsersApproval';

jest.mock('@salesforce/apex/PortalUserConsole.items', () => ({ default: () => Promise.resolve({ rows: [], hasMore: false }) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PortalUserConsole.codes', () => ({ default: () => Promise.resolve([]) }), { virtual: true });

type Approval = HTMLElement & { progress: Apex.Progress };

async function shown(progress: Partial<Apex.Progress>): Promise<{ element: Approval; heard: jest.Mock }> {
  const element = createElement('c-portal-users-approval', { is: PortalUsersApproval }) as unknown as Approval;
  element.progress = {
    state: 'Waiting',
    waitingFor: 'Approval',
    requested: 300,
    ready: 294,
    created: 0,
    skipped: 2,
    failed: 4,
    sendInvitations: true,
    policy: 'Customers',
    requester: 'Ada',
    approvers: ['Grace', 'Alan'],
    ...progress,
  };
  const heard = jest.fn();
  for (const name of ['approve', 'reject', 'stop'])
    element.addEventListener(name, (event) => heard(name, (event as CustomEvent<string | null>).detail));
  document.body.appendChild(element);
  await Promise.resolve();
  return { element, heard };
}

const find = (element: Approval, selector: string) =>
  element.shadowRoot!.querySelector(selector) as (HTMLElement & { disabled: boolean }) | null;
const buttons = (element: Approval): (string | undefined)[] =>
  [...element.shadowRoot!.querySelectorAll('lightning-button')].map((each) =>
    (each as unknown as { label: string }).label.split('_').at(-1),
  );

afterEach(() => document.body.replaceChildren());

describe('c-portal-users-approval', () => {
  it('shows an approver what is asked for, and hears the answer', async () => {
    const { element, heard } = await shown({ mine: false, mayApprove: true });
    expect([...element.shadowRoot!.querySelectorAll('dd')].map((each) => each.textContent)).toEqual(['294', '2', '4']);
    expect(element.shadowRoot!.textContent).toContain('Approval_Asks');
    expect(element.shadowRoot!.textContent).toContain('Approval_YourTurn');

    find(element, '.approve')!.click();

    expect(heard.mock.calls).toEqual([['approve', null]]);
    await expect(element).toBeAccessible();
  });

  it('does not reject without a reason', async () => {
    const { element, heard } = await shown({ mine: false, mayApprove: true });
    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();
    await Promise.resolve();
    expect(find(element, '.reject')!.disabled).toBe(true);
    await expect(element).toBeAccessible();

    find(element, 'lightning-textarea')!.dispatchEvent(new CustomEvent('change', { detail: { value: ' Too many. ' } }));
    await Promise.resolve();
    find(element, '.reject')!.click();

    expect(heard.mock.calls).toEqual([['reject', 'Too many.']]);
  });

  it('tells the requester who may approve, and lets them stop', async () => {
    const { element, heard } = await shown({ mine: true, mayApprove: false });
    expect(buttons(element)).toEqual(['Withdraw']);
    expect(element.shadowRoot!.textContent).toContain('Approval_Who');

    element.shadowRoot!.querySelector<HTMLElement>('lightning-button')!.click();

    expect(heard.mock.calls).toEqual([['stop', null]]);
    await expect(element).toBeAccessible();
  });

  it('says that nobody may, and offers nothing to whoever only looks', async () => {
    const { element } = await shown({ mine: false, mayApprove: false, approvers: [], sendInvitations: false });

    expect(buttons(element)).toEqual([]);
    expect(element.shadowRoot!.textContent).toContain('Approval_Nobody');
    expect(element.shadowRoot!.textContent).toContain('Approval_NoInvitations');
    await expect(element).toBeAccessible();
  });
});
