import { messageOf } from 'c/portalUsersErrors';

describe('the message of an error', () => {
  it('is that of the Apex exception', () => expect(messageOf({ body: { message: 'No such run.' } })).toBe('No such run.'));
  it('is the first of several', () => expect(messageOf({ body: [{ message: 'One' }, { message: 'Two' }] })).toBe('One'));
  it('is that of a JavaScript error', () => expect(messageOf(new Error('Broken'))).toBe('Broken'));
  it('is the text itself', () => expect(messageOf('Text')).toBe('Text'));
  it('is never empty', () => expect(messageOf(undefined)).toBe('undefined'));
});
