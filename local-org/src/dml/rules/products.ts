/** Price book entries, and the products of opportunities and orders: prices, totals, and what goes up to the parent. */
import { NotSupported } from '../../runtime/exceptions.ts';
import { ApexDecimal, Big, RoundingMode } from '../../runtime/values/numbers.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import type { Value } from '../../runtime/values/kinds.ts';
import { readRecords } from '../../store/records.ts';
import { text } from '../change.ts';
import { equalValues } from '../sameValue.ts';
import { byKey, rowsWhere } from '../stored.ts';
import type { DmlWorld, ObjectRules, RowChange } from '../world.ts';

const saves = (rows: readonly RowChange[]): readonly RowChange[] =>
  rows.filter(({ operation }) => operation === 'insert' || operation === 'update');

const idsIn = (rows: readonly RowChange[], field: string): readonly string[] => rows.flatMap(({ row }) => text(row, field) ?? []);

const recordsById = (world: DmlWorld, object: string, ids: readonly string[]): ReadonlyMap<string, SObject> =>
  new Map(readRecords(world.store, world.schema().object(object)!, [...new Set(ids)]).map((row) => [row.id!, row]));

// ---------------------------------------------------------------------------------------------- price book entries

const standardBooks = (world: DmlWorld): ReadonlySet<string> =>
  new Set(world.store.all('SELECT "Id" FROM "Pricebook2" WHERE "IsStandard" = 1', []).map(([id]) => String(id)));

export const PricebookEntry: ObjectRules = {
  object: 'PricebookEntry',
  validate(rows, world) {
    const saved = saves(rows);
    const products = byKey(world.store, 'Product2', 'Id', ['Name', 'ProductCode'], idsIn(saved, 'Product2Id'));
    const standard = standardBooks(world);
    const existing = rowsWhere(
      world.store,
      'PricebookEntry',
      ['Product2Id', 'Pricebook2Id', 'IsDeleted'],
      'Product2Id',
      idsIn(saved, 'Product2Id'),
    ).filter(([, , deleted]) => deleted !== 1);
    const taken = new Set(existing.map(([product, book]) => `${product} ${book}`));
    const priced = new Set(existing.filter(([, book]) => standard.has(String(book))).map(([product]) => String(product)));
    for (const change of saved) {
      const { row, operation } = change;
      const [product, book] = [text(row, 'Product2Id') ?? '', text(row, 'Pricebook2Id') ?? ''];
      const [name, code] = products.get(product) ?? [];
      row.fields.set('Name', (name as string | undefined) ?? null);
      row.fields.set('ProductCode', (code as string | null | undefined) ?? null);
      if (operation !== 'insert') continue;
      if (taken.has(`${product} ${book}`)) change.fail('DUPLICATE_VALUE', 'This price definition already exists in this price book');
      else if (standard.has(book)) priced.add(product);
      else if (!priced.has(product)) change.fail('STANDARD_PRICE_NOT_DEFINED', 'No standard price defined for this product');
      taken.add(`${product} ${book}`);
    }
  },
};

/** Entries show the name and code of their product, line items its code. */
export const Product2: ObjectRules = {
  object: 'Product2',
  saved(rows, { store }) {
    for (const change of rows) {
      if (change.operation !== 'update' || !(changed(change, 'Name') || changed(change, 'ProductCode'))) continue;
      const [name, code] = [text(change.row, 'Name'), text(change.row, 'ProductCode')];
      store.run('UPDATE "PricebookEntry" SET "Name" = ?, "ProductCode" = ? WHERE "Product2Id" = ?', [name, code, change.row.id]);
      store.run('UPDATE "OpportunityLineItem" SET "ProductCode" = ? WHERE "Product2Id" = ?', [code, change.row.id]);
    }
  },
};

// ---------------------------------------------------------------------------------------------- line items

const zero = Big('0');
const decimal = (value: Value | undefined): ApexDecimal | null => (value instanceof ApexDecimal ? value : null);
const changed = ({ row, before }: RowChange, field: string): boolean =>
  before === null
    ? (row.fields.get(field) ?? null) !== null
    : !equalValues(row.fields.get(field) ?? null, before.fields.get(field) ?? null);

/** "If you specify UnitPrice, TotalPrice is calculated, and the other way round; not both at once." */
function setPrices(change: RowChange): void {
  const { row } = change;
  const quantity = decimal(row.fields.get('Quantity'));
  if (!quantity || quantity.value.signum() === 0) {
    change.fail('FIELD_INTEGRITY_EXCEPTION', 'field integrity exception (quantity must be nonzero)', 'Quantity');
    return;
  }
  const unit = decimal(row.fields.get('UnitPrice'));
  const total = decimal(row.fields.get('TotalPrice'));
  const totalSet = changed(change, 'TotalPrice');
  if (totalSet && changed(change, 'UnitPrice')) {
    change.fail('FIELD_INTEGRITY_EXCEPTION', 'field integrity exception: unknown (only one of unit price or total price may be specified)');
    return;
  }
  const discount = decimal(row.fields.get('Discount'))?.value ?? zero;
  const paid = Big('1').subtract(discount.divideWithMathContext(Big('100')));
  if (totalSet && total) {
    if (paid.signum() === 0) throw new NotSupported('OpportunityLineItem.TotalPrice with a discount of 100 %');
    const price = total.value.setScale(10).divideWithMathContext(quantity.value.multiply(paid));
    row.fields.set('UnitPrice', new ApexDecimal(price.setScale(2, RoundingMode.HALF_UP)));
  } else if (unit) {
    row.fields.set('TotalPrice', new ApexDecimal(unit.value.multiply(quantity.value).multiply(paid).setScale(2, RoundingMode.HALF_UP)));
  } else {
    change.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [UnitPrice]', 'UnitPrice');
    return;
  }
  const price = decimal(row.fields.get('UnitPrice'))!;
  if (row.schema.field('Subtotal'))
    row.fields.set('Subtotal', new ApexDecimal(price.value.multiply(quantity.value).setScale(2, RoundingMode.HALF_UP)));
}

/** The entry a line is sold by: named, or that of its product in the opportunity's price book. */
function entryOf(change: RowChange, entries: ReadonlyMap<string, SObject>, parent: SObject | undefined): SObject | undefined {
  const { row, operation } = change;
  const named = text(row, 'PricebookEntryId');
  if (named !== null) return entries.get(named);
  if (operation === 'insert')
    throw new NotSupported(
      text(row, 'Product2Id') === null
        ? `${row.schema.name} without a PricebookEntryId`
        : `${row.schema.name} by Product2Id and no PricebookEntryId (${parent?.id ?? ''})`,
    );
  return undefined;
}

export const OpportunityLineItem: ObjectRules = {
  object: 'OpportunityLineItem',
  validate(rows, world) {
    const saved = saves(rows);
    const opportunities = recordsById(world, 'Opportunity', idsIn(saved, 'OpportunityId'));
    const entries = recordsById(world, 'PricebookEntry', idsIn(saved, 'PricebookEntryId'));
    for (const change of saved) {
      const { row } = change;
      const opportunity = opportunities.get(text(row, 'OpportunityId') ?? '');
      const entry = entryOf(change, entries, opportunity);
      if (entry) {
        const book = opportunity && text(opportunity, 'Pricebook2Id');
        if (book && book !== text(entry, 'Pricebook2Id'))
          change.fail(
            'FIELD_INTEGRITY_EXCEPTION',
            'field integrity exception: PricebookEntryId (pricebook entry is in a different pricebook than the one assigned to the opp)',
            'PricebookEntryId',
          );
        if (entry.fields.get('IsActive') !== true && change.operation === 'insert')
          change.fail(
            'FIELD_INTEGRITY_EXCEPTION',
            'field integrity exception: PricebookEntryId (pricebook entry is inactive)',
            'PricebookEntryId',
          );
        for (const field of ['Product2Id', 'ProductCode']) row.fields.set(field, entry.fields.get(field) ?? null);
        row.fields.set('ListPrice', entry.fields.get('UnitPrice') ?? null);
        row.fields.set('Name', `${text(opportunity ?? row, 'Name') ?? ''} ${text(entry, 'Name') ?? ''}`);
      }
      setPrices(change);
    }
  },
  saved: (rows, world) => total(rows, world, opportunityTotals),
};

export const OrderItem: ObjectRules = {
  object: 'OrderItem',
  validate(rows, world) {
    const saved = saves(rows);
    const entries = recordsById(world, 'PricebookEntry', idsIn(saved, 'PricebookEntryId'));
    for (const change of saved) {
      const entry = entryOf(change, entries, undefined);
      change.row.fields.set('Product2Id', entry?.fields.get('Product2Id') ?? change.row.fields.get('Product2Id') ?? null);
      change.row.fields.set('ListPrice', entry?.fields.get('UnitPrice') ?? null);
      change.row.fields.delete('TotalPrice');
      setPrices(change);
    }
  },
  saved: (rows, world) => total(rows, world, orderTotals),
};

interface Totals {
  readonly object: string;
  readonly key: string;
  of(parent: SObject, lines: readonly SObject[]): Readonly<Record<string, Value>>;
}

const sum = (lines: readonly SObject[], field: string): ApexDecimal =>
  new ApexDecimal(lines.reduce((all, line) => all.add(decimal(line.fields.get(field))?.value ?? zero), zero).setScale(2));

const opportunityTotals: Totals = {
  object: 'Opportunity',
  key: 'OpportunityId',
  of: (parent, lines) => ({
    HasOpportunityLineItem: lines.length > 0,
    ...(lines.length > 0 && {
      Amount: sum(lines, 'TotalPrice'),
      TotalOpportunityQuantity: sum(lines, 'Quantity'),
      Pricebook2Id: parent.fields.get('Pricebook2Id') ?? null,
    }),
  }),
};

const orderTotals: Totals = { object: 'Order', key: 'OrderId', of: (_parent, lines) => ({ TotalAmount: sum(lines, 'TotalPrice') }) };

/** A change of the lines saves the parent again. */
function total(rows: readonly RowChange[], world: DmlWorld, { object, key, of }: Totals): void {
  const parents = [...recordsById(world, object, idsIn(rows, key)).values()].filter((parent) => parent.fields.get('IsDeleted') !== true);
  const lineObject = rows[0]!.object;
  const updates = parents.map((parent) => {
    const ids = rowsWhere(world.store, lineObject.name, ['Id', 'IsDeleted'], key, [parent.id!]).filter(([, deleted]) => deleted !== 1);
    const lines = readRecords(
      world.store,
      lineObject,
      ids.map(([id]) => String(id)),
    );
    const change = new SObject(parent.schema);
    change.fields.set('Id', parent.id);
    for (const [field, value] of Object.entries(of(parent, lines))) change.fields.set(field, value);
    if (object === 'Opportunity' && (parent.fields.get('Pricebook2Id') ?? null) === null && lines.length > 0) {
      const [entry] = rowsWhere(world.store, 'PricebookEntry', ['Pricebook2Id'], 'Id', [text(lines[0]!, 'PricebookEntryId') ?? '']);
      change.fields.set('Pricebook2Id', (entry?.[0] as string | undefined) ?? null);
    }
    return change;
  });
  world.saveParents?.(updates, object === 'Opportunity' && world.settings.position('lineItemTriggers') === 'none');
}
