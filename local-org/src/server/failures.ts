/** What visitors of pages are told when something fails: Apex exceptions in their own words, our gaps by name, of our bugs only that there is one. */
import { NotSupported, UncaughtApexException } from '../org/failure.ts';
import type { Page } from './answer.ts';
import { TooLarge } from './body.ts';
import { alertBox } from './frame.ts';
import { html } from './html.ts';

const page = (status: number, title: string, message: string): Page & { readonly status: number } => ({
  status,
  title,
  content: html`${alertBox(message)}
    <p><a class="button quiet" href="/">Home</a></p>`,
});

export const missing = page(404, 'There is no such page', 'The address is wrong, or what it named is gone.');
export const forbidden = page(403, 'Not for you', 'Only administrators see this page.');
export const foreign = page(403, 'Refused', 'This form was not sent from a page of this server. Go back, reload the page and try again.');

export function failurePage(error: unknown): Page & { readonly status: number } {
  if (error instanceof UncaughtApexException) return page(400, 'That did not work', error.apexMessage);
  if (error instanceof NotSupported) return page(501, 'Not modelled by the local org', error.feature);
  if (error instanceof TooLarge) return page(413, 'Too large', error.message);
  return page(500, 'Something is broken', 'The local org failed; its own output says why.');
}
