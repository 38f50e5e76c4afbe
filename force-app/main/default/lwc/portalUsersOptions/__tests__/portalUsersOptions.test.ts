import { createElement } from 'lwc';
import policies from '@salesforce/apex/PortalUserConsole.policies';
import PortalUsersOptions from 'c/portalUsersOptions';

jest.mock('@salesforce/apex/PortalUserConsole.policies', () => ({ default: jest.fn() }), { virtual: true });

type Options = HTMLElement & { policyName: string; sendInvitations: boolean };

const customers: Apex.PolicyOption = { name: 'Customers', label: 'Customers', mayInvite: true, invites: true };
const signedOn: Apex.PolicyOption = { name: 'Sso', label: 'Single sign-on', mayInvite: false, invites: false };

async function shown(answer: Promise<readonly Apex.PolicyOption[]>, policyName = ''): Promise<{ element: Options; choose: jest.Mock }> {
  jest.mocked(policies).mockReturnValue(answer);
  const element = createElement('c-portal-users-options', { is: PortalUsersOptions }) as unknown as Options;
  element.policyName = policyName;
  const choose = jest.fn();
  element.addEventListener('choose', (event) => choose((event as CustomEvent).detail));
  document.body.appendChild(element);
  for (let i = 0; i < 5; i++) await Promise.resolve();
  return { element, choose };
}

afterEach(() => document.body.replaceChildren());

describe('c-portal-users-options', () => {
  it('chooses the only policy by itself, with its own way of inviting', async () => {
    const { element, choose } = await shown(Promise.resolve([customers]));

    expect(choose).toHaveBeenCalledWith({ policyName: 'Customers', sendInvitations: true });
    await expect(element).toBeAccessible();
  });

  it('leaves the choice among several to a person', async () => {
    const { element, choose } = await shown(Promise.resolve([customers, signedOn]));
    expect(choose).not.toHaveBeenCalled();

    element.shadowRoot!.querySelector('lightning-combobox')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'Sso' } }));

    expect(choose).toHaveBeenCalledWith({ policyName: 'Sso', sendInvitations: false });
  });

  it('invites nobody who has no password', async () => {
    const { element } = await shown(Promise.resolve([customers, signedOn]), 'Sso');

    const toggle = element.shadowRoot!.querySelector('lightning-input') as unknown as { disabled: boolean };
    expect(toggle.disabled).toBe(true);
  });

  it('says that there is no policy', async () => {
    const { element } = await shown(Promise.resolve([]));

    expect(element.shadowRoot!.textContent).toContain('Options_None');
    await expect(element).toBeAccessible();
  });

  it('shows a refusal', async () => {
    const { element } = await shown(Promise.reject({ body: { message: 'You may not.' } }));

    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).toBe('You may not.');
  });
});
