/** The first page: where to go. */
import { html } from '../html.ts';
import type { Caller, Link, Route } from '../route.ts';

export const homeRoutes = (linksFor: (user: Caller) => readonly Link[]): readonly Route[] => [
  {
    method: 'GET',
    path: '/',
    access: 'user',
    handle: ({ origin }, user) => ({
      title: `Hello, ${user.name}`,
      content: html` <p class="lead">You are signed in as ${user.username}. What you see and may do here is what this user may.</p>
        <ul class="cards">
          ${linksFor(user).map(
            ({ href, label, description }) =>
              html`<li>
                <a href="${href}"><strong>${label}</strong>${description}</a>
              </li>`,
          )}
        </ul>
        <h2>For programs</h2>
        <p class="lead">
          The REST API answers at <code>${origin}/services/data</code> with a bearer token: <code>npm start -- --json</code> prints one for
          each user.
        </p>`,
    }),
  },
];
