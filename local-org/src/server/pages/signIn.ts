/** Sign-in and sign-out of internal users. */
import type { Page } from '../answer.ts';
import { redirect } from '../answer.ts';
import { isInternal } from '../callers.ts';
import { sessionCookie, tokenIn } from '../cookies.ts';
import { alertBox, noteBox } from '../frame.ts';
import { localPath } from '../guard.ts';
import { html } from '../html.ts';
import type { Route } from '../route.ts';

interface Form {
  readonly next: string;
  readonly username: string;
  readonly failed: boolean;
  readonly passwordSet: boolean;
}

const FAILED = 'Please check your username and password. If you still can’t log in, contact your Salesforce administrator.';

const signInPage = ({ next, username, failed, passwordSet }: Form): Page => ({
  title: 'Sign in to your local org',
  status: failed ? 401 : 200,
  content: html`<div class="panel narrow">
    ${failed ? alertBox(FAILED) : null} ${passwordSet ? noteBox('Your password is set. Sign in with it.') : null}
    <form class="stack" method="post" action="/signin">
      <input type="hidden" name="next" value="${next}" />
      <label
        >Username
        <input
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
          value="${username}"
          ${username === '' ? html` autofocus` : null}
      /></label>
      <label
        >Password
        <input name="password" type="password" autocomplete="current-password" required${username === '' ? null : html` autofocus`}
      /></label>
      <button>Sign in</button>
    </form>
    <p class="hint">The sign-ins are printed where this org was started. Portal users sign in <a href="/s">at their site</a>.</p>
  </div>`,
});

export const signInRoutes = (port: number): readonly Route[] => [
  {
    method: 'GET',
    path: '/signin',
    access: 'anyone',
    handle: ({ query }) =>
      signInPage({
        next: localPath(query.get('next')),
        username: query.get('username') ?? '',
        failed: false,
        passwordSet: query.has('set'),
      }),
  },
  {
    method: 'POST',
    path: '/signin',
    access: 'anyone',
    handle: async ({ org, form }) => {
      const fields = await form();
      const username = fields.get('username')?.trim() ?? '';
      const next = localPath(fields.get('next'));
      const user = org.signIns.check(username, fields.get('password') ?? '');
      if (user === null || !isInternal(org, user)) return signInPage({ next, username, failed: true, passwordSet: false });
      return redirect(next, sessionCookie('org', port, org.signIns.open(user, 'org')));
    },
  },
  {
    method: 'POST',
    path: '/signout',
    access: 'user',
    handle: ({ org, header }) => {
      const token = tokenIn(header('cookie') ?? undefined, 'org', port);
      if (token !== null) org.signIns.close(token);
      return redirect('/signin', sessionCookie('org', port, null));
    },
  },
];
