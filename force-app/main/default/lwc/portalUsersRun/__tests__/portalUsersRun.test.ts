import addFound from '@salesforce/apex/PortalUserConsole.addFound';
import addPortion from '@salesforce/apex/PortalUserConsole.addPortion';
import createRun from '@salesforce/apex/PortalUserConsole.createRun';
import seal from '@salesforce/apex/PortalUserConsole.seal';
import { handOver, isAtWork, notBegun } from 'c/portalUsersRun';
import { everybody, withPage } from 'c/portalUsersSelection';

jest.mock('@salesforce/apex/PortalUserConsole.createRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.addFound', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.addPortion', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/PortalUserConsole.seal', () => ({ default: jest.fn() }), { virtual: true });

const order = {
  policyName: 'Customers',
  sendInvitations: true,
  selection: { ids: Array.from({ length: 4001 }, (_, i) => `003${i}`), found: null },
};

beforeEach(() => {
  jest.resetAllMocks();
  jest.mocked(createRun).mockResolvedValue('run');
});

describe('handing a selection over', () => {
  it('sends portions of 2,000 and seals the run', async () => {
    const sent: number[] = [];

    expect(await handOver(order, notBegun(), (n) => sent.push(n))).toBe('run');

    expect(createRun).toHaveBeenCalledWith({ policyName: 'Customers', sendInvitations: true });
    expect(jest.mocked(addPortion).mock.calls.map(([{ portion, contactIds }]) => [portion, contactIds.length])).toEqual([
      [1, 2000],
      [2, 2000],
      [3, 1],
    ]);
    expect(sent).toEqual([2000, 4000, 4001]);
    expect(seal).toHaveBeenCalledWith({ runId: 'run' });
  });

  it('goes on with the same run where it failed', async () => {
    const state = notBegun();
    jest.mocked(addPortion).mockResolvedValueOnce({ added: 2000, repeated: 0, rejected: 0 }).mockRejectedValueOnce(new Error('lost'));

    await expect(handOver(order, state, () => undefined)).rejects.toThrow('lost');
    expect(seal).not.toHaveBeenCalled();
    await handOver(order, state, () => undefined);

    expect(createRun).toHaveBeenCalledTimes(1);
    expect(jest.mocked(addPortion).mock.calls.map(([{ portion }]) => portion)).toEqual([1, 2, 2, 3]);
    expect(seal).toHaveBeenCalledTimes(1);
  });

  it('lets the server find everybody, portion by portion, before the single contacts', async () => {
    const question = { text: 'a', accountId: null, withoutUser: true };
    const selection = withPage(
      everybody(question, 2003),
      [
        { id: 'left out', isFound: true },
        { id: 'single', isFound: false },
      ],
      ['single'],
    );
    jest
      .mocked(addFound)
      .mockResolvedValueOnce({ found: 2000, lastId: 'last', done: false })
      .mockRejectedValueOnce(new Error('lost'))
      .mockResolvedValueOnce({ found: 3, lastId: 'end', done: true });
    const state = notBegun();
    const sent: number[] = [];
    const go = (): Promise<string> => handOver({ ...order, selection }, state, (n) => sent.push(n));

    await expect(go()).rejects.toThrow('lost');
    await go();

    const exceptions = ['left out'];
    expect(jest.mocked(addFound).mock.calls.map(([each]) => each)).toEqual([
      { ...question, runId: 'run', portion: 1, afterId: null, exceptions },
      { ...question, runId: 'run', portion: 2, afterId: 'last', exceptions },
      { ...question, runId: 'run', portion: 2, afterId: 'last', exceptions },
    ]);
    expect(addPortion).toHaveBeenCalledWith({ runId: 'run', portion: 3, contactIds: ['single'] });
    expect(sent).toEqual([2000, 2003, 2003]);
  });
});

it('knows in which states the platform is at work', () => {
  expect(['Draft', 'Checking', 'Ready', 'Waiting', 'Running', 'Settling', 'Finished', 'Stopped'].filter(isAtWork)).toEqual([
    'Checking',
    'Running',
    'Settling',
  ]);
});
