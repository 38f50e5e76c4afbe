/**
 * State and country/territory picklists: text and code of an address say the same, the one that was set fills the other, and
 * a state needs its country. Texts are the platform's.
 */
import { fold } from '../../runtime/fold.ts';
import { NotSupported } from '../../runtime/exceptions.ts';
import type { ObjectType } from '../../schema/model.ts';
import { addressesOf, countries, otherCountriesWithStates, states } from '../../schema/standard/stateAndCountry.ts';
import { text } from '../change.ts';
import type { RowChange } from '../world.ts';

const known = new WeakMap<ObjectType, readonly string[]>();

/** `Mailing`, of each address with codes. */
function addressesWithCodes(object: ObjectType): readonly string[] {
  let prefixes = known.get(object);
  if (!prefixes) known.set(object, (prefixes = addressesOf(object).filter((prefix) => object.field(`${prefix}CountryCode`))));
  return prefixes;
}

const none: ReadonlyMap<string, string> = new Map();

/** After before-triggers, before fields are checked. */
export function settleAddresses(change: RowChange): void {
  for (const prefix of addressesWithCodes(change.object)) {
    settle(change, `${prefix}Country`, countries, 'country', 'country/territory from the list of valid countries');
    const country = text(change.row, `${prefix}CountryCode`);
    const state = `${prefix}State`;
    if (isEmptied(change, state)) change.row.fields.set(`${state}Code`, null);
    if (text(change.row, state) === null && text(change.row, `${state}Code`) === null) continue;
    const labelled = change.object.field(state)?.label ?? state;
    if (country === null)
      change.fail(
        'FIELD_INTEGRITY_EXCEPTION',
        `A country/territory must be specified before specifying a state value for field: ${labelled}`,
        state,
      );
    else if (otherCountriesWithStates.has(country)) throw new NotSupported(`the states of ${countries.get(country) ?? country}`);
    else settle(change, state, states.get(country) ?? none, 'state', 'state from the list of valid states');
  }
}

const differs = ({ row, before }: RowChange, field: string): boolean => text(row, field) !== (before && text(before, field));

/** The text was taken away, and the code was not said again. */
const isEmptied = (change: RowChange, field: string): boolean =>
  differs(change, field) && text(change.row, field) === null && !differs(change, `${field}Code`);

function settle(change: RowChange, field: string, values: ReadonlyMap<string, string>, what: string, choice: string): void {
  const { row } = change;
  const [given, code] = [text(row, field), text(row, `${field}Code`)];
  const problem = (): void =>
    change.fail(
      'FIELD_INTEGRITY_EXCEPTION',
      `There's a problem with this ${what}, even though it may appear correct. Please select a ${choice}.: ${change.object.field(field)?.label ?? field}`,
      field,
    );
  const byText = differs(change, field) && given !== null && !(differs(change, `${field}Code`) && code !== null);
  if (byText) {
    const found = [...values].find(([, name]) => fold(name) === fold(given));
    if (found) row.fields.set(field, found[1]).set(`${field}Code`, found[0]);
    else problem();
    return;
  }
  if (code === null || isEmptied(change, field)) row.fields.set(field, null).set(`${field}Code`, null);
  else if (!values.has(code)) problem();
  else if (differs(change, field) && given !== null && fold(given) !== fold(values.get(code) ?? '')) problem();
  else row.fields.set(field, values.get(code) ?? null);
}
