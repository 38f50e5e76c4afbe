import { createElement } from 'lwc';
import PortalUsersContactFile from 'c/portalUsersContactFile';

const ID = '003000000000001AAA';

async function read(text: string): Promise<{ element: HTMLElement; contacts: jest.Mock }> {
  const element = createElement('c-portal-users-contact-file', { is: PortalUsersContactFile }) as unknown as HTMLElement;
  const contacts = jest.fn();
  element.addEventListener('contacts', (event) => contacts((event as CustomEvent).detail));
  document.body.appendChild(element);
  const file = { name: 'people.csv', text: () => Promise.resolve(text) };
  element.shadowRoot!.querySelector('lightning-input')!.dispatchEvent(new CustomEvent('change', { detail: { files: [file] } }));
  for (let i = 0; i < 5; i++) await Promise.resolve();
  return { element, contacts };
}

afterEach(() => document.body.replaceChildren());

describe('c-portal-users-contact-file', () => {
  it('hands over the ids of a file and says what was left out', async () => {
    const { element, contacts } = await read(`Id\n${ID}\nnobody`);

    expect(contacts).toHaveBeenCalledWith([ID]);
    expect(element.shadowRoot!.querySelectorAll('[role=status] p')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('says that a file has no ids, and hands over nothing', async () => {
    const { element, contacts } = await read('Name\nAda');

    expect(contacts).not.toHaveBeenCalled();
    expect(element.shadowRoot!.querySelector('[role=alert]')!.textContent).toContain('NoIds');
    await expect(element).toBeAccessible();
  });
});
