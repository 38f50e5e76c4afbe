/** The sites: the password page that a mail's link leads to, the login page, and a small portal page that says who has come in. */
import type { Org } from '../../org/org.ts';
import { redirect, type Page } from '../answer.ts';
import { isInternal } from '../callers.ts';
import { sessionCookie, tokenIn } from '../cookies.ts';
import { missing } from '../failures.ts';
import { alertBox, facts, noteBox } from '../frame.ts';
import { html } from '../html.ts';
import type { Route } from '../route.ts';
import { isMember, liveSites, profileOf, siteNamed, sitesOf, type Site } from './sites.ts';

const homeOf = (site: Site): string => `/s/${encodeURIComponent(site.slug)}`;
const frameOf = (site: Site): NonNullable<Page['frame']> => ({
  place: site.name,
  home: homeOf(site),
  links: [],
  signOut: `${homeOf(site)}/signout`,
});
const plainFrame: NonNullable<Page['frame']> = { place: 'Sites', home: '/s', links: [] };

const expired: Page = {
  title: 'This link does not work any more',
  status: 410,
  frame: plainFrame,
  content: html`<p class="lead">It was used before, or it has expired. Ask whoever runs the site for a new one.</p>
    <p><a href="/s">To the sites</a></p>`,
};

function passwordPage(org: Org, userId: string, token: string, problem: string | null): Page {
  const { username } = profileOf(org, userId);
  const [site] = sitesOf(org, userId);
  return {
    title: 'Set your password',
    status: problem === null ? 200 : 400,
    frame: site ? frameOf(site) : plainFrame,
    content: html`<div class="panel narrow">
      ${problem === null ? null : alertBox(problem)}
      <form class="stack" method="post" action="/s/setpassword">
        <input type="hidden" name="token" value="${token}" />
        <label>Username <input name="username" autocomplete="username" readonly value="${username}" /></label>
        <label
          >New password <span class="hint">At least 8 characters, with letters and numbers</span
          ><input name="password" type="password" autocomplete="new-password" minlength="8" required autofocus
        /></label>
        <label>New password again <input name="again" type="password" autocomplete="new-password" minlength="8" required /></label>
        <button>Set password</button>
      </form>
    </div>`,
  };
}

interface Login {
  readonly site: Site;
  readonly username: string;
  readonly failed: boolean;
  readonly passwordSet: boolean;
}

const loginPage = ({ site, username, failed, passwordSet }: Login): Page => ({
  title: `Log in to ${site.name}`,
  status: failed ? 401 : 200,
  frame: frameOf(site),
  content: html`<div class="panel narrow">
    ${failed ? alertBox('Your login attempt has failed. Make sure the username and password are correct.') : null}
    ${passwordSet ? noteBox('Your password is set. Log in with it.') : null}
    <form class="stack" method="post" action="${homeOf(site)}/login">
      <label
        >Username <input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${username}"
      /></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
      <button>Log in</button>
    </form>
  </div>`,
});

export const siteRoutes = (port: number): readonly Route[] => [
  {
    method: 'GET',
    path: '/s',
    access: 'anyone',
    handle: ({ org }) => ({
      title: 'Sites',
      frame: plainFrame,
      content: html`<ul class="cards">
        ${liveSites(org).map(
          (site) =>
            html`<li>
              <a href="${homeOf(site)}"><strong>${site.name}</strong>Log in as a portal user</a>
            </li>`,
        )}
      </ul>`,
    }),
  },
  {
    method: 'GET',
    path: '/s/setpassword',
    access: 'anyone',
    handle: ({ org, query }) => {
      const token = query.get('token') ?? '';
      const user = org.signIns.invited(token);
      return user === null ? expired : passwordPage(org, user, token, null);
    },
  },
  {
    method: 'POST',
    path: '/s/setpassword',
    access: 'anyone',
    handle: async ({ org, form }) => {
      const fields = await form();
      const token = fields.get('token') ?? '';
      const password = fields.get('password') ?? '';
      const user = org.signIns.invited(token);
      if (user === null) return expired;
      const problem = password === fields.get('again') ? org.signIns.accept(token, password) : 'The two passwords are not the same.';
      if (problem !== null) return passwordPage(org, user, token, problem);
      const { username } = profileOf(org, user);
      const [site] = sitesOf(org, user);
      return redirect(`${site ? `${homeOf(site)}/login` : '/signin'}?set&username=${encodeURIComponent(username)}`);
    },
  },
  {
    method: 'GET',
    path: '/s/:site/login',
    access: 'anyone',
    handle: ({ org, params, query }) => {
      const site = siteNamed(org, params['site']);
      if (!site) return missing;
      return loginPage({ site, username: query.get('username') ?? '', failed: false, passwordSet: query.has('set') });
    },
  },
  {
    method: 'POST',
    path: '/s/:site/login',
    access: 'anyone',
    handle: async ({ org, params, form }) => {
      const site = siteNamed(org, params['site']);
      if (!site) return missing;
      const fields = await form();
      const username = fields.get('username')?.trim() ?? '';
      const user = org.signIns.check(username, fields.get('password') ?? '');
      // Who is no member learns nothing else than who does not know the password.
      if (user === null || isInternal(org, user) || !isMember(org, site, user))
        return loginPage({ site, username, failed: true, passwordSet: false });
      return redirect(homeOf(site), sessionCookie('site', port, org.signIns.open(user, 'site')));
    },
  },
  {
    method: 'GET',
    path: '/s/:site',
    access: 'site',
    handle: ({ org, params }, user) => {
      const site = siteNamed(org, params['site']);
      if (!site || !isMember(org, site, user.id)) return missing;
      const profile = profileOf(org, user.id);
      return {
        title: `Welcome, ${profile.name}`,
        frame: frameOf(site),
        content: html`<p class="lead">You are signed in to ${site.name}.</p>
          ${facts([
            ['Name', profile.name],
            ['Username', profile.username],
            ['Email', profile.email],
            ['Contact', profile.contact],
            ['Account', profile.account],
            ['Profile', profile.profile],
            ['Permission sets', profile.permissionSets.join(', ')],
            ['Site', site.name],
          ])}`,
      };
    },
  },
  {
    method: 'POST',
    path: '/s/:site/signout',
    access: 'site',
    handle: ({ org, params, header }) => {
      const token = tokenIn(header('cookie') ?? undefined, 'site', port);
      if (token !== null) org.signIns.close(token);
      return redirect(`/s/${encodeURIComponent(params['site'] ?? '')}/login`, sessionCookie('site', port, null));
    },
  },
];
