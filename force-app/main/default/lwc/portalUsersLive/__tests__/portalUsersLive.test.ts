import { isEmpEnabled, onError, subscribe, unsubscribe, type EmpMessage } from 'lightning/empApi';
import { hearOfRuns } from 'c/portalUsersLive';

jest.mock('lightning/empApi', () => ({ isEmpEnabled: jest.fn(), onError: jest.fn(), subscribe: jest.fn(), unsubscribe: jest.fn() }));

const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};
let tell: (payload: Readonly<Record<string, unknown>>) => void;

beforeEach(() => {
  jest.resetAllMocks();
  jest.mocked(isEmpEnabled).mockResolvedValue(true);
  jest.mocked(subscribe).mockImplementation((channel, _replay, heard: (message: EmpMessage) => void) => {
    tell = (payload) => heard({ channel, data: { payload, event: { replayId: 1 } } });
    return Promise.resolve({ channel });
  });
});

describe('news of runs', () => {
  it('names the run that there is news of', async () => {
    const heard = jest.fn();
    const news = hearOfRuns(heard);
    expect(news.flows).toBe(false);
    await settled();

    tell({ RunId__c: 'run' });
    tell({});

    expect(news.flows).toBe(true);
    expect(heard.mock.calls).toEqual([['run']]);
  });

  it('does not flow where the page may not listen', async () => {
    jest.mocked(subscribe).mockRejectedValue(new Error('403'));
    const refused = hearOfRuns(() => undefined);
    jest.mocked(isEmpEnabled).mockResolvedValue(false);
    const mobile = hearOfRuns(() => undefined);
    await settled();

    expect([refused.flows, mobile.flows]).toEqual([false, false]);
  });

  it('does not flow after an error, until the next message', async () => {
    const news = hearOfRuns(() => undefined);
    await settled();

    jest.mocked(onError).mock.calls[0]![0]('lost');
    expect(news.flows).toBe(false);
    tell({ RunId__c: 'run' });
    expect(news.flows).toBe(true);
  });

  it('ends with the page, even while it is only beginning', async () => {
    const heard = jest.fn();
    const news = hearOfRuns(heard);
    await settled();
    news.stop();
    hearOfRuns(heard).stop();
    await settled();
    tell({ RunId__c: 'run' });

    expect(unsubscribe).toHaveBeenCalledTimes(2);
    expect(heard).not.toHaveBeenCalled();
  });
});
