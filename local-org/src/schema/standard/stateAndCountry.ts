/**
 * State and country/territory picklists: the code fields they bring, and the values. Countries are those of ISO 3166 by their
 * English names (the platform's standard integration values); of countries with states on the platform only those below are
 * here, and the dml rule refuses the rest by name.
 */
import { entries, label, picklist, restricted } from '../fields.ts';
import type { FieldType } from '../model.ts';
import type { ObjectDefinition } from '../objectType.ts';

const codes =
  `AD AE AF AG AI AL AM AO AQ AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM
CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GW GY HM HN HR HT HU ID IE IL
IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY
MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ
TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WF WS YE ZA ZM ZW`.split(/\s+/);

/** Names that the platform's list writes otherwise than Unicode does. */
const names: Readonly<Record<string, string>> = {
  BO: 'Bolivia, Plurinational State of',
  CD: 'Congo, the Democratic Republic of the',
  CG: 'Congo',
  CI: "Cote d'Ivoire",
  CZ: 'Czechia',
  IR: 'Iran, Islamic Republic of',
  KP: "Korea, Democratic People's Republic of",
  KR: 'Korea, Republic of',
  LA: "Lao People's Democratic Republic",
  MD: 'Moldova, Republic of',
  RU: 'Russian Federation',
  TR: 'Turkey',
  TZ: 'Tanzania, United Republic of',
  VA: 'Holy See (Vatican City State)',
  VE: 'Venezuela, Bolivarian Republic of',
  VN: 'Vietnam',
};

const unicode = new Intl.DisplayNames(['en'], { type: 'region' });
/** Code → integration value. */
export const countries: ReadonlyMap<string, string> = new Map(codes.map((code) => [code, names[code] ?? unicode.of(code) ?? code]));

const listed = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(',').map((pair) => [pair.trim().slice(0, pair.trim().indexOf(' ')), pair.trim().slice(pair.trim().indexOf(' ') + 1)]));

/** Country → code → integration value. */
export const states: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'US',
    listed(`AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, DC District of Columbia,
FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland,
MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey,
NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island,
SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin,
WY Wyoming`),
  ],
  [
    'CA',
    listed(`AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, NT Northwest Territories, NS Nova Scotia,
NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, SK Saskatchewan, YT Yukon Territories`),
  ],
  [
    'AU',
    listed(`ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland, SA South Australia, TAS Tasmania,
VIC Victoria, WA Western Australia`),
  ],
]);

/** Countries that have states on the platform too, which nobody wrote down here. */
export const otherCountriesWithStates: ReadonlySet<string> = new Set(['BR', 'CN', 'IE', 'IN', 'IT', 'MX']);

/** `Mailing` of `MailingCountry`, of each address of the object. */
export const addressesOf = (definition: Pick<ObjectDefinition, 'fields'>): readonly string[] =>
  definition.fields.flatMap((field) => {
    const compound = definition.fields.some(
      ({ kind, name }) => kind === 'address' && field.name === `${name.slice(0, -'Address'.length)}Country`,
    );
    return compound ? [field.name.slice(0, -'Country'.length)] : [];
  });

/** The code fields of an object's addresses. */
export function addressCodes(definition: ObjectDefinition): readonly FieldType[] {
  return addressesOf(definition).flatMap((prefix) => [
    code(definition, `${prefix}State`, [...new Map([...states.values()].flatMap((all) => [...all]))]),
    code(definition, `${prefix}Country`, [...countries]),
  ]);
}

function code(definition: ObjectDefinition, of: string, values: readonly (readonly [string, string])[]): FieldType {
  const text = definition.fields.find((field) => field.name === of);
  const made = picklist(`${of}Code`, [], restricted, { length: 10 }, label(`${text?.label ?? of} Code`));
  return { ...made, picklist: entries(values) };
}
