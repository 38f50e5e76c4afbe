/** Sites and their members, as the pages of sites need them: in system mode, because who is a member decides who may ask at all. */
import type { Org } from '../../org/org.ts';

export interface Site {
  readonly id: string;
  readonly name: string;
  /** In its address: `/s/<slug>`. */
  readonly slug: string;
}

/** Others are not open to members. */
export const liveSites = (org: Org): readonly Site[] =>
  org.query("SELECT Id, Name, UrlPathPrefix FROM Network WHERE Status = 'Live' ORDER BY Name").map((row) => ({
    id: String(row['Id']),
    name: String(row['Name']),
    slug: String(row['UrlPathPrefix'] || row['Id']).replaceAll('/', '-'),
  }));

export const siteNamed = (org: Org, slug: string | undefined): Site | null => liveSites(org).find((site) => site.slug === slug) ?? null;

export const isMember = (org: Org, site: Site, userId: string): boolean =>
  org.query('SELECT Id FROM NetworkMember WHERE NetworkId = :network AND MemberId = :userId', { binds: { network: site.id, userId } })
    .length > 0;

export const sitesOf = (org: Org, userId: string): readonly Site[] => liveSites(org).filter((site) => isMember(org, site, userId));

export interface Profile {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly contact: string | null;
  readonly account: string | null;
  readonly profile: string;
  readonly permissionSets: readonly string[];
}

/** What the portal page says of its reader. */
export function profileOf(org: Org, userId: string): Profile {
  const [user = {}] = org.query(
    'SELECT Name, Username, Email, Profile.Name, Contact.Name, Contact.Account.Name FROM User WHERE Id = :userId',
    {
      binds: { userId },
    },
  );
  const sets = org.query(
    'SELECT PermissionSet.Label FROM PermissionSetAssignment WHERE AssigneeId = :userId AND PermissionSet.IsOwnedByProfile = FALSE ORDER BY PermissionSet.Label',
    { binds: { userId } },
  );
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    name: String(user['Name']),
    username: String(user['Username']),
    email: String(user['Email']),
    contact: text(user['Contact.Name']),
    account: text(user['Contact.Account.Name']),
    profile: String(user['Profile.Name']),
    permissionSets: sets.map((row) => String(row['PermissionSet.Label'])),
  };
}
