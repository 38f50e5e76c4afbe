/**
 * Sample accounts and contacts, the same for the same number: realistic names, accounts of uneven size, and a stated share
 * of awkward contacts (`AWKWARD_SHARE`), because a tool for admins is judged by what it does with those.
 */
export interface SampleAccount {
  readonly reference: string;
  readonly name: string;
}

export interface SampleContact {
  readonly reference: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string | null;
  readonly title: string | null;
  readonly phone: string | null;
  readonly city: string | null;
  /** Null = a private contact. */
  readonly account: string | null;
  /** What is awkward about it; null for the rest. */
  readonly awkward: Awkwardness | null;
}

export type Awkwardness = 'no e-mail' | 'no account' | 'shared e-mail' | 'same name' | 'long name' | 'right-to-left and emoji';

/** Of 100 contacts, so many are awkward. */
const AWKWARD_SHARE = 6;

const FIRST =
  'Ada,Grace,Alan,Edsger,Barbara,Donald,Margaret,Dennis,Frances,Ken,Radia,Niklaus,Hedy,Claude,Katherine,John,Mary,Tim,Karen,Leslie,Shafi,Vint,Anita,Robin,Joan,Tony,Adele,Ivan,Lynn,Fred,Zoë,Jörg,Ana,Luís,Chloé,Søren,Nuria,Piotr,Aiko,Ravi'.split(
    ',',
  );
const LAST =
  'Almeida,Becker,Castillo,Dubois,Eriksen,Fischer,García,Hansen,Ivanova,Jansen,Kowalski,Larsen,Moreau,Novak,Okafor,Petrov,Quinn,Rossi,Silva,Tanaka,Ueda,Vargas,Weber,Xu,Yilmaz,Zhang,O’Brien,Ferreira,Lindqvist,Haddad,Mbeki,Nakamura,Olsen,Papadopoulos,Ramos,Schneider,Takahashi,Usman,Varga,Whitfield'.split(
    ',',
  );
const TITLES =
  'Buyer,Head of Purchasing,Service Technician,Accountant,Plant Manager,Assistant,Director,Field Engineer,Office Manager,Logistics Coordinator'.split(
    ',',
  );
const CITIES = 'Lisbon,Hamburg,Lyon,Gothenburg,Kraków,Porto,Bologna,Valencia,Osaka,Leeds'.split(',');
const COMPANIES = 'Northwind,Brightwater,Harbour,Summit,Cedar,Granite,Lumen,Meridian,Orchard,Pioneer'.split(',');
const KINDS = 'Traders,Logistics,Foods,Instruments,Energy,Textiles,Dental,Printing,Machines,Pharmacy'.split(',');

/** Linear congruential: enough to spread samples, the same on every machine. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const pick = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)]!;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();

/** About one account per 12 contacts; the first ones are by far the largest. */
function accountsFor(count: number): SampleAccount[] {
  const number = Math.max(1, Math.ceil(count / 12));
  return Array.from({ length: number }, (_, i) => ({
    reference: `Account${i + 1}`,
    name: `${COMPANIES[i % 10]} ${KINDS[Math.floor(i / 10) % 10]}${i >= 100 ? ` ${Math.floor(i / 100) + 1}` : ''}`,
  }));
}

export function sampleData(count: number): { readonly accounts: readonly SampleAccount[]; readonly contacts: readonly SampleContact[] } {
  const random = sequence(count);
  const accounts = accountsFor(count);
  const contacts: SampleContact[] = [];
  for (let i = 0; i < count; i++) {
    // Squared: small numbers are drawn far more often, so accounts differ in size by orders of magnitude.
    const account = accounts[Math.floor(random() ** 2 * accounts.length)]!;
    const firstName = pick(FIRST, random);
    const lastName = pick(LAST, random);
    const contact: SampleContact = {
      reference: `Contact${i + 1}`,
      firstName,
      lastName,
      email: `${plain(firstName)}.${plain(lastName)}.${i + 1}@example.com`,
      title: random() < 0.7 ? pick(TITLES, random) : null,
      phone: random() < 0.6 ? `+49 40 ${100000 + i}` : null,
      city: random() < 0.8 ? pick(CITIES, random) : null,
      account: account.reference,
      awkward: null,
    };
    contacts.push(i % 100 < AWKWARD_SHARE ? awkward(contact, i, contacts) : contact);
  }
  return { accounts, contacts };
}

function awkward(contact: SampleContact, i: number, before: readonly SampleContact[]): SampleContact {
  switch (i % 100) {
    case 0:
      return { ...contact, email: null, awkward: 'no e-mail' };
    case 1:
      return { ...contact, account: null, awkward: 'no account' };
    case 2:
      return {
        ...contact,
        email: before.findLast((other) => other.email && !other.awkward)?.email ?? contact.email,
        awkward: 'shared e-mail',
      };
    case 3:
      return { ...contact, firstName: 'Maria', lastName: 'Silva', awkward: 'same name' };
    case 4:
      return {
        ...contact,
        firstName: 'Maximiliana Theodora Wilhelmina',
        lastName: 'Hohenberg-Lichtenfels von und zu Altenburg-Rabenstein und Sonnenthal am Walde',
        awkward: 'long name',
      };
    default:
      return { ...contact, firstName: 'نور 🌿', lastName: 'الهاشمي', awkward: 'right-to-left and emoji' };
  }
}
