/** Membership of sites: the platform makes NetworkMember rows, and a live site with welcome mail on writes to new members. */
import type { MailIntent } from '../../../runtime/ports.ts';
import { current } from '../../../runtime/transaction.ts';
import { ApexDatetime } from '../../../runtime/values/dates.ts';
import { insertRecord } from '../../../store/records.ts';
import { rowsWhere } from '../../stored.ts';
import { wholeSeconds } from '../../values.ts';
import type { DmlWorld } from '../../world.ts';

export interface Member {
  readonly userId: string;
  readonly email: string;
  readonly active: boolean;
  /** Profile or permission set that makes the user a member. */
  readonly through: string;
}

export interface SiteMail {
  readonly userId: string;
  readonly networkId: string;
  readonly to: string;
}

const pair = (user: string, network: string): string => `${user}:${network}`;

/** Makes the rows that are missing. Returns the welcome mails new members are due. */
export function join(members: readonly Member[], world: DmlWorld): readonly SiteMail[] {
  const groups = rowsWhere(
    world.store,
    'NetworkMemberGroup',
    ['ParentId', 'NetworkId'],
    'ParentId',
    new Set(members.map((member) => member.through)),
  );
  if (groups.length === 0) return [];
  const existing = new Set(
    rowsWhere(world.store, 'NetworkMember', ['MemberId', 'NetworkId'], 'MemberId', new Set(members.map((member) => member.userId))).map(
      ([user, network]) => pair(String(user), String(network)),
    ),
  );
  const mails: SiteMail[] = [];
  for (const member of members) {
    for (const network of new Set(groups.filter(([parent]) => parent === member.through).map(([, id]) => String(id)))) {
      if (existing.has(pair(member.userId, network))) continue;
      existing.add(pair(member.userId, network));
      insertMember(member.userId, network, world);
      if (member.active) mails.push({ userId: member.userId, networkId: network, to: member.email });
    }
  }
  const welcoming = welcomingNetworks(world);
  return mails.filter(({ networkId }) => welcoming.has(networkId));
}

/** Mails a member gets on being activated. */
export function memberMails(userId: string, email: string, world: DmlWorld): readonly SiteMail[] {
  const welcoming = welcomingNetworks(world);
  return rowsWhere(world.store, 'NetworkMember', ['NetworkId'], 'MemberId', [userId])
    .map(([network]) => ({ userId, networkId: String(network), to: email }))
    .filter(({ networkId }) => welcoming.has(networkId));
}

function insertMember(userId: string, networkId: string, world: DmlWorld): void {
  const object = world.schema().object('NetworkMember');
  if (!object) throw new Error('NetworkMember is no object');
  const transaction = current();
  const now = new ApexDatetime(wholeSeconds(transaction.now()));
  insertRecord(world.store, object, {
    NetworkId: networkId,
    MemberId: userId,
    CreatedDate: now,
    CreatedById: transaction.user,
    SystemModstamp: now,
    DigestFrequency: 'D',
    DefaultGroupNotificationFrequency: 'N',
  });
}

function welcomingNetworks(world: DmlWorld): ReadonlySet<string> {
  return new Set(
    world.store.all(`SELECT "Id" FROM "Network" WHERE "Status" = 'Live' AND "OptionsSendWelcomeEmail" = 1`, []).map(([id]) => String(id)),
  );
}

/** Assumption switch: whether mail of a rolled-back insert leaves all the same. */
function note(mail: MailIntent, world: DmlWorld): void {
  if (world.settings.position('mailOnRollback') === 'sent') current().onEnd(() => world.mail.note(mail));
  else world.mail.note(mail);
}

export const siteWelcome = (mail: SiteMail, world: DmlWorld): void =>
  note({ kind: 'siteWelcome', ...mail, subject: null, body: null }, world);

export interface NewUserMail {
  readonly userId: string;
  readonly to: string;
  /** `DMLOptions.EmailHeader.triggerUserEmail` */
  readonly asked: boolean;
  readonly sites: readonly SiteMail[];
}

/** The DML header's mail and the site's: how they go together is a switch. */
export function newUserMails({ userId, to, asked, sites }: NewUserMail, world: DmlWorld): void {
  const position = world.settings.position('siteWelcomeMail');
  const own: MailIntent = { kind: 'newUser', userId, networkId: null, to, subject: null, body: null };
  switch (position) {
    case 'siteInstead':
      if (sites.length === 0 && asked) note(own, world);
      for (const mail of sites) siteWelcome(mail, world);
      return;
    case 'both':
      if (asked) note(own, world);
      for (const mail of sites) siteWelcome(mail, world);
      return;
    case 'headerDecides':
      if (!asked) return;
      if (sites.length === 0) note(own, world);
      for (const mail of sites) siteWelcome(mail, world);
      return;
    default:
      throw new Error(`unknown position ${position} of siteWelcomeMail`);
  }
}
