/** The frame around every page: title, navigation, who is signed in. */
import type { Page } from './answer.ts';
import { html, type Html, type Part } from './html.ts';
import type { Caller, Link } from './route.ts';

export interface Frame {
  /** Name of the org, or of the site. */
  readonly place: string;
  readonly home: string;
  readonly links: readonly Link[];
  readonly path: string;
  readonly user: Caller | null;
  readonly signOut: string;
}

export function framed({ title, content, live }: Page, { place, home, links, path, user, signOut }: Frame): string {
  const current = links.filter(({ href }) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.href.length - a.href.length)[0];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${place}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="/assets/icon.svg" />
        ${
          live === undefined
            ? null
            : html`<script src="/assets/live.js" defer></script>
                <noscript><meta http-equiv="refresh" content="${Math.ceil(live / 1000)}" /></noscript>`
        }
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header>
          <a class="place" href="${home}">${place}</a>
          ${user && links.length > 0 ? html`<nav aria-label="Main">${links.map(({ href, label }) => html`<a href="${href}" ${href === current?.href ? html` aria-current="page"` : null}>${label}</a>`)}</nav>` : null}
          ${user ? html`<form class="who" method="post" action="${signOut}"><span>${user.name}</span><button class="quiet">Sign out</button></form>` : null}
        </header>
        <main id="main" tabindex="-1" ${live === undefined ? null : html` data-live="${live}"`}>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html> `.text;
}

export const table = (caption: string, heads: readonly Part[], rows: readonly (readonly Part[])[], empty = 'Nothing here yet.'): Html =>
  rows.length === 0
    ? html`<p class="empty">${empty}</p>`
    : html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
        <table>
          <caption class="hidden">
            ${caption}
          </caption>
          <thead>
            <tr>
              ${heads.map((head) => html`<th scope="col">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;

/** Names and what they stand for; nothing is said where there is nothing. */
export const facts = (entries: readonly (readonly [string, Part])[]): Html =>
  html`<dl>
    ${entries.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value === null || value === '' ? '–' : value}</dd>
        </div>`,
    )}
  </dl>`;

/** `2026-05-01 10:00 UTC`, in one piece. */
export const moment = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? `${new Date(value).toISOString().slice(0, 16).replace('T', '\u00a0')}\u00a0UTC`
    : '–';

export const alertBox = (message: string): Html => html`<p class="alert" role="alert">${message}</p>`;
export const noteBox = (message: Part): Html => html`<p class="note" role="status">${message}</p>`;
