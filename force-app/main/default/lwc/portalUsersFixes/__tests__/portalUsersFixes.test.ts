import { createElement } from 'lwc';
import applyFix from '@salesforce/apex/PortalUserConsole.applyFix';
import fixes from '@salesforce/apex/PortalUserConsole.fixes';
import previewFix from '@salesforce/apex/PortalUserConsole.previewFix';
import PortalUsersFixes from 'c/portalUsersFixes';

jest.mock('@salesforce/apex/PortalUserConsole.applyFix', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.fixes', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.previewFix', () => ({ default: jest.fn() }), { virtual: true });

type Fixes = HTMLElement & { runId: string };

const partner: Apex.FixOption = { name: 'EnablePartnerAccounts', label: 'Enable accounts as partners', help: 'Why', count: 3 };
const change: Apex.FixChange = { recordId: '001', recordName: 'Acme', what: 'Partner', before: 'No', after: 'Yes' };
const settled = async (): Promise<void> => {
  for (let i = 0; i < 15; i++) await Promise.resolve();
};

async function shown(): Promise<{ element: Fixes; fixed: jest.Mock; press: (selector: string) => Promise<void> }> {
  const element = createElement('c-portal-users-fixes', { is: PortalUsersFixes }) as unknown as Fixes;
  element.runId = 'run';
  const fixed = jest.fn();
  element.addEventListener('fixed', fixed);
  document.body.appendChild(element);
  await settled();
  return {
    element,
    fixed,
    press: async (selector) => {
      element.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
      await settled();
    },
  };
}
const page = (changes: readonly Apex.FixChange[], done = true): Apex.FixPage => ({ changes, items: 3, lastRow: 150, done });

beforeEach(() => {
  jest.resetAllMocks();
  jest.mocked(fixes).mockResolvedValue([partner]);
});
afterEach(() => document.body.replaceChildren());

describe('c-portal-users-fixes', () => {
  it('is not there where nothing can be put right', async () => {
    jest.mocked(fixes).mockResolvedValue([]);
    const { element } = await shown();

    expect(element.shadowRoot!.querySelector('section')).toBeNull();
  });

  it('shows what would change before anything does', async () => {
    jest.mocked(previewFix).mockResolvedValue(page([change], false));
    const { element, press } = await shown();
    await expect(element).toBeAccessible();

    await press('.show');

    expect(previewFix).toHaveBeenCalledWith(expect.objectContaining({ runId: 'run', afterRow: 0 }));
    expect((element.shadowRoot!.querySelector('lightning-datatable') as unknown as { data: unknown[] }).data).toHaveLength(1);
    expect(element.shadowRoot!.textContent).toContain('Fixes_MoreChanges');
    expect(applyFix).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
    await press('.cancel');
    expect(element.shadowRoot!.querySelector('lightning-datatable')).toBeNull();
  });

  it('applies it portion by portion, says what came of it, and looks again', async () => {
    jest.mocked(previewFix).mockResolvedValue(page([]));
    jest
      .mocked(applyFix)
      .mockResolvedValueOnce({ changed: 1, ready: 2, notReady: 0, messages: ['Once'], lastRow: 150, done: false })
      .mockResolvedValueOnce({ changed: 1, ready: 0, notReady: 1, messages: ['Once'], lastRow: 160, done: true });
    const { element, fixed, press } = await shown();
    await press('.show');
    expect(element.shadowRoot!.textContent).toContain('Fixes_NoChanges');
    jest.mocked(fixes).mockResolvedValue([]);

    await press('.apply');

    expect(jest.mocked(applyFix).mock.calls.map(([{ afterRow }]) => afterRow)).toEqual([0, 150]);
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).toContain('Fixes_Outcome');
    expect(element.shadowRoot!.querySelectorAll('[role=status] p')).toHaveLength(2);
    expect(fixed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('shows a refusal', async () => {
    jest.mocked(previewFix).mockRejectedValue({ body: { message: 'Only its requester may.' } });
    const { element, press } = await shown();

    await press('.show');

    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).toBe('Only its requester may.');
  });
});
