import { createElement } from 'lwc';
import PortalUsersProgress from 'c/portalUsersProgress';

type Shown = HTMLElement & { progress: Apex.Progress };

const running: Apex.Progress = {
  state: 'Running',
  mayStop: true,
  mayResume: true,
  requested: 10,
  ready: 4,
  created: 3,
  skipped: 1,
  failed: 1,
  sendInvitations: false,
};

async function shown(progress: Partial<Apex.Progress>): Promise<Shown> {
  const element = createElement('c-portal-users-progress', { is: PortalUsersProgress }) as unknown as Shown;
  element.progress = { ...running, ...progress };
  document.body.appendChild(element);
  await Promise.resolve();
  return element;
}

const bar = (element: Shown) => element.shadowRoot!.querySelector('lightning-progress-bar') as unknown as { value: number } | null;
const buttons = (element: Shown): string[] =>
  [...element.shadowRoot!.querySelectorAll('lightning-button')].map((each) => String((each as unknown as { label: string }).label));

afterEach(() => document.body.replaceChildren());

describe('c-portal-users-progress', () => {
  it('counts what is done, and what is still to be created as waiting', async () => {
    const element = await shown({});

    expect(bar(element)!.value).toBe(50);
    expect([...element.shadowRoot!.querySelectorAll('dd')].map((each) => each.textContent)).toEqual(['3', '5', '1', '1']);
    await expect(element).toBeAccessible();
  });

  it('is headed by what the run does', async () => {
    const heading = async (state: string): Promise<string> =>
      ((await shown({ state })).shadowRoot!.querySelector('lightning-card') as unknown as { title: string }).title;

    expect(await heading('Stopped')).toContain('StoppedTitle');
    expect(await heading('Settling')).toContain('CreatingTitle');
  });

  it('counts checked contacts while checking', async () => {
    expect(bar(await shown({ state: 'Checking', created: 0 }))!.value).toBe(60);
  });

  it.each([
    ['Running', undefined, ['Stop']],
    ['Waiting', 'Lane', ['Stop', 'Resume']],
    ['Waiting', 'Licence', ['Stop', 'Resume']],
    ['Stopped', undefined, ['Resume']],
    ['Draft', undefined, ['Stop']],
  ])('offers what a person may do: %s %s', async (state, waitingFor, offered) => {
    const element = await shown(waitingFor === undefined ? { state } : { state, waitingFor });

    expect(buttons(element).map((label) => label.split('_').at(-1))).toEqual(offered);
    await expect(element).toBeAccessible();
  });

  it('offers nothing to somebody who may only look', async () => {
    for (const state of ['Running', 'Stopped', 'Waiting'])
      expect(buttons(await shown({ state, mayStop: false, mayResume: false }))).toEqual([]);
  });

  it('says that the job of a run is gone, and lets a person resume it', async () => {
    const element = await shown({ state: 'Running', jobGone: true });

    expect(buttons(element).map((label) => label.split('_').at(-1))).toEqual(['Stop', 'Resume']);
    expect(element.shadowRoot!.querySelector('[role="status"]')!.textContent).toContain('JobGone');
    await expect(element).toBeAccessible();
  });

  it('says how fast it goes and how long it takes, when it has seen enough', async () => {
    jest.useFakeTimers();
    const element = await shown({ requested: 1000, created: 100, skipped: 0, failed: 0 });
    expect(element.shadowRoot!.textContent).not.toContain('Progress_Rate');
    jest.advanceTimersByTime(10_000);

    element.progress = { ...element.progress, created: 300 };
    await Promise.resolve();

    expect(element.shadowRoot!.textContent).toContain('Progress_Rate');
    element.progress = { ...element.progress, state: 'Settling' };
    await Promise.resolve();
    expect(element.shadowRoot!.textContent).not.toContain('Progress_Rate');
    jest.useRealTimers();
  });

  it('stops and resumes', async () => {
    const element = await shown({ state: 'Waiting', waitingFor: 'Runner', message: '3 wait.' });
    const heard: string[] = [];
    for (const name of ['stop', 'resume']) element.addEventListener(name, () => heard.push(name));

    element.shadowRoot!.querySelectorAll<HTMLElement>('lightning-button').forEach((button) => button.click());

    expect(heard).toEqual(['stop', 'resume']);
    expect(element.shadowRoot!.textContent).toContain('3 wait.');
  });
});
