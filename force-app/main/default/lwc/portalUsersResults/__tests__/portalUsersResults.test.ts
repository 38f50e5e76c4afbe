import { createElement } from 'lwc';
import failures from '@salesforce/apex/PortalUserConsole.failures';
import PortalUsersResults from 'c/portalUsersResults';

jest.mock('@salesforce/apex/PortalUserConsole.failures', () => ({ default: jest.fn() }), { virtual: true });

jest.mock('@salesforce/apex/PortalUserConsole.items', () => ({ default: () => Promise.resolve({ rows: [], hasMore: false }) }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PortalUserConsole.codes', () => ({ default: () => Promise.resolve([]) }), { virtual: true });

type Results = HTMLElement & { runId: string };
const settled = async (): Promise<void> => {
  for (let i = 0; i < 8; i++) await Promise.resolve();
};

function shown(): Results {
  const element = createElement('c-portal-users-results', { is: PortalUsersResults }) as unknown as Results;
  element.runId = 'run';
  document.body.appendChild(element);
  return element;
}

afterEach(() => document.body.replaceChildren());

describe('c-portal-users-results', () => {
  it('saves the whole file, page after page', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = (blob) => String(saved.push(blob as Blob));
    URL.revokeObjectURL = () => undefined;
    const names: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    jest
      .mocked(failures)
      .mockResolvedValueOnce({ csv: 'head\r\n1\r\n', lastRow: 2000, done: false })
      .mockResolvedValueOnce({ csv: '2\r\n', lastRow: 2001, done: true });
    const element = shown();

    (element.shadowRoot!.querySelector('[name=failures], lightning-button:nth-of-type(2)') as HTMLElement).click();
    await settled();

    expect(jest.mocked(failures).mock.calls).toEqual([[{ runId: 'run', afterRow: 0 }], [{ runId: 'run', afterRow: 2000 }]]);
    expect(names).toEqual(['failures-run.csv']);
    expect(saved[0]!.size).toBe('\ufeffhead\r\n1\r\n2\r\n'.length + 2);
  });

  it('is accessible', async () => {
    const element = shown();
    await settled();

    await expect(element).toBeAccessible();
  });
});
